import { describe, expect, it } from '@jest/globals';
import { proseOf } from './prose.js';

describe('a text of ours as a page', () => {
  it('keeps headings, paragraphs, lists with long items, quotations and bold words', () => {
    const { html, headings } = proseOf(
      '# Title\n\nOne **bold** word\nand more.\n\n## Part\n\n- one\n  goes on\n- two\n\n> a ÷ b\n',
    );
    expect(html.split('\n')).toEqual([
      '<h1>Title</h1>',
      '<p>One <strong>bold</strong> word and more.</p>',
      '<h2 id="part-1">Part</h2>',
      '<ul><li>one goes on</li><li>two</li></ul>',
      '<blockquote><p>a ÷ b</p></blockquote>',
    ]);
    expect(headings).toEqual([{ id: 'part-1', words: 'Part' }]);
  });

  it('makes tables that can be scrolled with the keyboard and have a name', () => {
    const { html } = proseOf('## Sums\n\n| A | B |\n| --- | --- |\n| 1 | **2** |');
    expect(html).toContain('<div class="scroll" tabindex="0" role="group" aria-label="Sums">');
    expect(html).toContain('<th scope="col">A</th><th scope="col">B</th>');
    expect(html).toContain('<tr><td>1</td><td><strong>2</strong></td></tr>');
  });

  it('takes nothing for markup', () => {
    expect(proseOf('<script>alert("x")</script> & **<b>**').html).toBe(
      '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <strong>&lt;b&gt;</strong></p>',
    );
  });
});
