const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/**
 * What is wrong with the direct dependencies: versions stand once, exact, in a catalogue, and each has its row with the
 * licence and a reason.
 *
 * @param {object} workspace
 * @param {Map<string, Record<string, string>>} workspace.catalogues versions by name, by what a package.json calls them
 * @param {readonly { folder: string, manifest: object }[]} workspace.packages
 * @param {readonly { name: string, version: string, licence: string, reason: string }[]} workspace.rows
 * @param {(name: string, version: string) => string | undefined} workspace.licenceOf of what is installed
 * @returns {readonly string[]} a sentence for each fault
 */
export function pinFaults({ catalogues, packages, rows, licenceOf }) {
  const entries = [...catalogues].flatMap(([catalogue, versions]) =>
    Object.entries(versions).map(([name, version]) => ({ catalogue, name, version: withoutName(version) })),
  );
  const wanted = packages.flatMap(({ folder, manifest }) => wantsOf(folder, manifest));
  return [
    ...entries.flatMap((entry) => entryFaults(entry, wanted, rows)),
    ...wanted.flatMap((want) => wantFaults(want, catalogues)),
    ...rows.flatMap((row) => rowFaults(row, entries, licenceOf)),
  ];
}

/** What is there under a second name says which package it is, too: `npm:typescript@7.0.2`. */
function withoutName(version) {
  return version.replace(/^npm:.+@/, '');
}

/** What a package.json asks for. */
function wantsOf(folder, manifest) {
  return SECTIONS.flatMap((section) =>
    Object.entries(manifest[section] ?? {}).map(([name, version]) => ({ folder, name, version })),
  );
}

function entryFaults({ catalogue, name, version }, wanted, rows) {
  const faults = [];
  if (!EXACT.test(version)) faults.push(`${name} ${version} is no exact version.`);
  if (!wanted.some((want) => want.name === name && want.version === catalogue))
    faults.push(`${name} ${version} is in a catalogue, and no package asks for it.`);
  if (!rows.some((row) => row.name === name && row.version === version))
    faults.push(`${name} ${version} has no row in docs/dependencies.md.`);
  return faults;
}

function wantFaults({ folder, name, version }, catalogues) {
  if (version === 'workspace:*') return [];
  if (catalogues.get(version)?.[name] !== undefined) return [];
  return [`${folder} asks for ${name} ${version}: versions stand in a catalogue of pnpm-workspace.yaml.`];
}

function rowFaults({ name, version, licence, reason }, entries, licenceOf) {
  if (!entries.some((entry) => entry.name === name && entry.version === version))
    return [`docs/dependencies.md has a row for ${name} ${version}, and no catalogue has it.`];
  const faults = [];
  if (reason === '') faults.push(`docs/dependencies.md gives no reason for ${name}.`);
  const installed = licenceOf(name, version);
  if (installed !== licence)
    faults.push(
      `docs/dependencies.md says that ${name} is ${licence}; it says ${String(installed)} of itself.`,
    );
  return faults;
}
