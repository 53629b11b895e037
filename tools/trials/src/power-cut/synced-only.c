/*
 * What a power cut leaves: of the files below SYNCED_FROM, a copy below SYNCED_TO that holds only what has been synced.
 *
 * Preloaded into a program, it lets every write go its way and remembers which bytes were touched. When the program
 * syncs a file, those bytes, and the file's length, are carried over into the copy before the program is told that they
 * are safe. So a program that is killed leaves in the copy what the disk would hold after the lights went out.
 * SQLite's -shm files are memory, not data, and are left out.
 *
 *   cc -O2 -shared -fPIC -o synced-only.so synced-only.c -ldl -lpthread
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096

struct range {
  off_t from;
  off_t to;
  struct range *next;
};

struct file {
  char path[PATH_MAX];
  struct range *unsynced;
  struct file *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *files;
static struct file *opened[MOST_DESCRIPTORS];
/* While the copy is written, our own calls are not to be watched. */
static __thread int is_copying;

#define NEXT(name)                                   \
  ({                                                 \
    static __typeof__(name) *next;                   \
    if (!next) next = dlsym(RTLD_NEXT, #name);       \
    next;                                            \
  })

static int is_watched(const char *path) {
  const char *from = getenv("SYNCED_FROM");
  size_t length = from ? strlen(from) : 0;
  size_t whole = strlen(path);
  if (length == 0 || strncmp(path, from, length) != 0 || path[length] != '/') return 0;
  return whole < 4 || strcmp(path + whole - 4, "-shm") != 0;
}

static void note_open(int descriptor, const char *path) {
  if (is_copying || descriptor < 0 || descriptor >= MOST_DESCRIPTORS) return;
  pthread_mutex_lock(&lock);
  opened[descriptor] = NULL;
  if (is_watched(path)) {
    struct file *file = files;
    while (file && strcmp(file->path, path) != 0) file = file->next;
    if (!file) {
      file = calloc(1, sizeof *file);
      strncpy(file->path, path, sizeof file->path - 1);
      file->next = files;
      files = file;
    }
    opened[descriptor] = file;
  }
  pthread_mutex_unlock(&lock);
}

static struct file *watched(int descriptor) {
  if (is_copying || descriptor < 0 || descriptor >= MOST_DESCRIPTORS) return NULL;
  return opened[descriptor];
}

static void note_write(int descriptor, off_t from, ssize_t count) {
  struct file *file = watched(descriptor);
  if (!file || count <= 0) return;
  pthread_mutex_lock(&lock);
  struct range *last = file->unsynced;
  if (last && last->to == from) {
    last->to = from + count;
  } else {
    struct range *range = malloc(sizeof *range);
    range->from = from;
    range->to = from + count;
    range->next = last;
    file->unsynced = range;
  }
  pthread_mutex_unlock(&lock);
}

static void copy_path(char *target, size_t size, const char *path) {
  snprintf(target, size, "%s%s", getenv("SYNCED_TO"), path + strlen(getenv("SYNCED_FROM")));
}

/* Carries over what was touched since the last time; a copy that can not be kept would prove nothing, so it ends all. */
static void carry_over(struct file *file) {
  static char buffer[1 << 16];
  char target[PATH_MAX];
  struct stat status;
  copy_path(target, sizeof target, file->path);
  int in = NEXT(open)(file->path, O_RDONLY | O_CLOEXEC);
  int out = NEXT(open)(target, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (in < 0 || out < 0 || fstat(in, &status) != 0) abort();
  while (file->unsynced) {
    struct range *range = file->unsynced;
    for (off_t at = range->from; at < range->to;) {
      size_t wanted = range->to - at < (off_t)sizeof buffer ? (size_t)(range->to - at) : sizeof buffer;
      ssize_t got = pread(in, buffer, wanted, at);
      if (got < 0) abort();
      /* What was written and cut off again before it was synced. */
      if (got == 0) break;
      if (NEXT(pwrite)(out, buffer, (size_t)got, at) != got) abort();
      at += got;
    }
    file->unsynced = range->next;
    free(range);
  }
  if (NEXT(ftruncate)(out, status.st_size) != 0) abort();
  NEXT(close)(in);
  NEXT(close)(out);
}

static int synced(int result, int descriptor) {
  struct file *file = watched(descriptor);
  if (result != 0 || !file) return result;
  pthread_mutex_lock(&lock);
  is_copying = 1;
  carry_over(file);
  is_copying = 0;
  pthread_mutex_unlock(&lock);
  return result;
}

static int mode_of(int flags, va_list arguments) {
  return flags & (O_CREAT | __O_TMPFILE) ? va_arg(arguments, int) : 0;
}

#define OPEN(name)                                   \
  int name(const char *path, int flags, ...) {       \
    va_list arguments;                               \
    va_start(arguments, flags);                      \
    int mode = mode_of(flags, arguments);            \
    va_end(arguments);                               \
    int descriptor = NEXT(name)(path, flags, mode);  \
    note_open(descriptor, path);                     \
    return descriptor;                               \
  }
OPEN(open)
OPEN(open64)

ssize_t write(int descriptor, const void *bytes, size_t count) {
  off_t from = watched(descriptor) ? lseek(descriptor, 0, SEEK_CUR) : 0;
  ssize_t written = NEXT(write)(descriptor, bytes, count);
  note_write(descriptor, from, written);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t from) {
  ssize_t written = NEXT(pwrite)(descriptor, bytes, count, from);
  note_write(descriptor, from, written);
  return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t from) {
  ssize_t written = NEXT(pwrite64)(descriptor, bytes, count, from);
  note_write(descriptor, from, written);
  return written;
}

int fsync(int descriptor) { return synced(NEXT(fsync)(descriptor), descriptor); }

int fdatasync(int descriptor) { return synced(NEXT(fdatasync)(descriptor), descriptor); }

int close(int descriptor) {
  if (!is_copying && descriptor >= 0 && descriptor < MOST_DESCRIPTORS) opened[descriptor] = NULL;
  return NEXT(close)(descriptor);
}

int unlink(const char *path) {
  int result = NEXT(unlink)(path);
  if (result == 0 && !is_copying && is_watched(path)) {
    char target[PATH_MAX];
    copy_path(target, sizeof target, path);
    NEXT(unlink)(target);
  }
  return result;
}
