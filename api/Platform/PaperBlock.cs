namespace Mentoring.Api.Platform;

/// <summary>What a part of a paper is.</summary>
public enum PaperBlockKind { Title, Section, Paragraph, Centered, Right, Table, Signature }

/// <param name="Text">Empty for tables; who signs, for signatures.</param>
/// <param name="Rows">Of a table, the first one its heading; all of the same length. Of a signature, one row: the name of who signs.</param>
public sealed record PaperBlock(PaperBlockKind Kind, string Text, IReadOnlyList<IReadOnlyList<string>> Rows);
