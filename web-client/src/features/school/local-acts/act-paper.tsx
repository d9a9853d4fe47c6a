import type { PaperBlock } from './api';
import cls from './act-paper.module.css';

/** The sheet as it is signed and filed: the screen and the print show the same. Schools' documents are in Russian. */
export function ActPaper({ blocks, label }: { blocks: readonly PaperBlock[]; label: string }) {
  return (
    <article className={cls.paper} lang="ru" aria-label={label}>
      {blocks.map((block, index) => (
        // The text of one edition never changes: its places are its keys.
        <Block key={index} block={block} />
      ))}
    </article>
  );
}

function Block({ block: { kind, text, rows } }: { block: PaperBlock }) {
  if (kind === 'Title') return <h2 className={cls.title}>{text}</h2>;
  if (kind === 'Section') return <h3 className={cls.section}>{text}</h3>;
  if (kind === 'Centered') return <p className={cls.centered}>{text}</p>;
  if (kind === 'Right') return <p className={cls.right}>{text}</p>;
  if (kind === 'Signature') {
    return (
      <p className={cls.signature}>
        <span>{text}</span>
        <span className={cls.line} aria-hidden="true" />
        <span>{rows[0]?.[0]}</span>
      </p>
    );
  }
  if (kind === 'Table') return <Rows rows={rows} />;
  return <p className={cls.text}>{text}</p>;
}

function Rows({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) {
  return (
    <div className={cls.scroll} tabIndex={0} role="group" aria-label={head.join(', ')}>
      <table className={cls.table}>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
