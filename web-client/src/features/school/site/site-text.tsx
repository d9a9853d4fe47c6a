import type { ReactNode } from 'react';

const ADDRESS = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)])/;

/** A post's body as the public page shows it: the same few signs as the server's `SiteMarkup`. */
export function SiteText({ text }: { text: string }) {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0);

  return blocks.map((lines, at) => <Block key={at} lines={lines} />);
}

function Block({ lines }: { lines: string[] }) {
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{withLinks(line.slice(2))}</li>
        ))}
      </ul>
    );
  const [first = ''] = lines;
  if (lines.length === 1 && first.startsWith('## ')) return <h3>{withLinks(first.slice(3))}</h3>;
  return (
    <p>
      {lines.map((line, at) => (
        <span key={at}>
          {at > 0 && <br />}
          {withLinks(line)}
        </span>
      ))}
    </p>
  );
}

const withLinks = (line: string): ReactNode[] =>
  line.split(ADDRESS).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} target="_blank" rel="noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  );
