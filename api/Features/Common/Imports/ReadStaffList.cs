using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>How a staff list would be read: as proposed, or as somebody corrects the proposal. Nothing is kept.</summary>
public static class ReadStaffList
{
    const int ShownRows = 10;
    const int ShownColumns = 60;
    const int ShownLines = 50;
    const int MostAsked = 500;
    const int LongestShown = 200;

    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/{importId:guid}/read", async (Guid importId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(importId, body), ct)))
            .Operation(nameof(ReadStaffList), Permission.ImportManage);

    /// <param name="Sheet">As proposed when absent, like the rest.</param>
    /// <param name="HeadingLine">0 for a list without headings.</param>
    /// <param name="Columns">At most 200.</param>
    /// <param name="Answers">At most 50,000.</param>
    /// <param name="Positions">At most 50,000.</param>
    /// <param name="Rest">The answer to all questions that are not answered singly.</param>
    /// <param name="From">How many words and questions are passed over; 500 of each are shown.</param>
    public sealed record Body(string? Sheet = null, int? HeadingLine = null, IReadOnlyList<StaffReading.Column>? Columns = null,
        IReadOnlyList<StaffReading.Answer>? Answers = null, IReadOnlyList<PositionAnswer>? Positions = null, bool? Rest = null, int? From = null);

    /// <param name="Written">As the list has it.</param>
    /// <param name="Code">Of the dictionary `position`; null leaves such people out.</param>
    public sealed record PositionAnswer(string Written, string? Code);

    public sealed record Query(Guid Id, Body Body) : IQuery<Result>;

    /// <param name="Sheet">The one that is read.</param>
    /// <param name="HeadingLine">0 where no line looks like headings.</param>
    /// <param name="IsWhole">As the school said of its last list: who is not in it works here no longer.</param>
    /// <param name="Missing">Fields that no column tells yet and a list needs.</param>
    /// <param name="People">Rows about people.</param>
    /// <param name="LeftOut">Rows of positions that are left out.</param>
    /// <param name="Skipped">Lines under the headings that are about nobody, the first 50.</param>
    /// <param name="Rows">The first 10 as they would be read.</param>
    /// <param name="Positions">Words that are no name of the dictionary, answered and not; 500 of them.</param>
    /// <param name="PositionsTotal">All of them.</param>
    /// <param name="Questions">About people whom the list does not tell apart; 500 of them.</param>
    /// <param name="QuestionsTotal">All of them.</param>
    /// <param name="Answers">What is answered singly so far, beyond the questions shown too.</param>
    /// <param name="Rest">What is answered to the rest.</param>
    public sealed record Result(IReadOnlyList<Sheet> Sheets, string Sheet, int HeadingLine, bool IsWhole, IReadOnlyList<Column> Columns,
        IReadOnlyList<StaffField> Missing, int People, int LeftOut, IReadOnlyList<int> Skipped, IReadOnlyList<Row> Rows, IReadOnlyList<Position> Positions,
        int PositionsTotal, IReadOnlyList<Question> Questions, int QuestionsTotal, IReadOnlyList<StaffReading.Answer> Answers, bool? Rest, int Version);

    public sealed record Sheet(string Name, int Rows);

    /// <param name="At">From 0.</param>
    /// <param name="Letters">As spreadsheets name it.</param>
    /// <param name="Field">Null for a column that is left out.</param>
    /// <param name="Samples">The first values under the heading.</param>
    public sealed record Column(int At, string Letters, string Heading, StaffField? Field, IReadOnlyList<string> Samples);

    /// <param name="PositionCode">Null where the words are not known yet.</param>
    /// <param name="LastDay">The last day of the work.</param>
    public sealed record Row(int Line, string? FamilyName, string? GivenName, string? Patronymic, DateOnly? BirthDate, string? Position, string? PositionCode,
        DateOnly? StartedOn, DateOnly? LastDay, bool? IsMain, string? Email, string? Phone, string? Number, string? Qualification, IReadOnlyList<Fault> Faults);

    public sealed record Fault(StaffField Field, string Code, string Message, string? Value);

    /// <param name="Guess">A code, where one is likely; null where it is likely somebody who is left out.</param>
    /// <param name="IsAnswered">Now or with an earlier list.</param>
    public sealed record Position(string Written, int Rows, string? Guess, bool IsAnswered, string? Code);

    /// <param name="Name">Of the rows.</param>
    /// <param name="OtherName">Who is known here.</param>
    /// <param name="IsSame">The answer, where there is one.</param>
    public sealed record Question(string Key, StaffQuestionKind Kind, string Name, IReadOnlyList<int> Lines, Guid? PersonId, string? OtherName,
        DateOnly? OtherBirthDate, bool? IsSame);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Body.Sheet).MaximumLength(200).OverridePropertyName("sheet");
            RuleFor(q => q.Body.HeadingLine).GreaterThanOrEqualTo(0).OverridePropertyName("headingLine");
            RuleFor(q => q.Body.Columns).Must(columns => Holds(columns, SheetTable.MostColumns)).OverridePropertyName("columns");
            RuleFor(q => q.Body.Answers).Must(answers => Holds(answers, SheetTable.MostRows)).OverridePropertyName("answers");
            RuleFor(q => q.Body.Positions).Must(positions => Holds(positions, SheetTable.MostRows)).OverridePropertyName("positions");
            RuleFor(q => q.Body.From).InclusiveBetween(0, SheetTable.MostRows).OverridePropertyName("from");
        }

        static bool Holds<T>(IReadOnlyList<T>? list, int most) => list is null || list.Count <= most && list.All(item => item is not null);
    }

    /// <summary>An import of which columns can still be matched, with its file.</summary>
    public sealed record Current(ImportStatus Status, int Version, Guid OrganizationId, string RegionCode, byte[] Content) : IVersioned
    {
        public const string Sql = """
            select i.status, i.version, i.organization_id, i.region_code, f.content from import i join import_file f on f.import_id = i.id
             where i.id = @Id and i.kind = 'StaffList'
            """;
    }

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var current = await db.One<Current>(Current.Sql, new { query.Id }, ct);
            ImportLifecycle.Steps.Next(current.Status, ImportStep.Match);
            var today = await RegionTime.TodayAt(current.OrganizationId, db, time, ct);
            var list = await StaffList.Of(db, current.OrganizationId, today, ct, (query.Body.Positions ?? []).Select(p => KeyValuePair.Create(p.Written,
                p.Code)));
            var kept = await StaffList.Kept(db, query.Id, ct);
            var tables = StaffSheet.Read(current.Content);
            var (table, reading) = Reading(tables, query.Body, kept, list.Habits);
            var (rows, people, leftOut) = list.Read(table, reading);
            var found = StaffIdentity.Of(people, list.People, new(reading.Answers, reading.Rest));
            var asked = Positions(rows.People, list);
            var from = query.Body.From ?? 0;
            return new([.. tables.Select(one => new Sheet(one.Name, one.Rows.Count))], table.Name, reading.HeadingLine, reading.IsWhole, Columns(table,
                reading),
                Missing(reading), people.Count, leftOut, [.. rows.Skipped.Take(ShownLines)], [.. people.Take(ShownRows).Select(row => Shown(row, list))],
                [.. asked.Skip(from).Take(MostAsked)], asked.Count,
                [.. found.Questions.Skip(from).Take(MostAsked).Select(question => Shown(question, reading))], found.Questions.Count,
                reading.Answers, reading.Rest, current.Version);
        }
    }

    /// <returns>What is said, else what was said of this file before, else what its headings and the school's habits propose.</returns>
    static (SheetTable Table, StaffReading Reading) Reading(IReadOnlyList<SheetTable> tables, Body said, StaffReading? kept, StaffHabits habits)
    {
        var table = (said.Sheet ?? kept?.Sheet) is { } name ? tables.FirstOrDefault(one => one.Name == name) ?? throw new NotFound()
            : tables.FirstOrDefault(one => StaffFields.HeadingsOf(one, habits.Headings) >= 0) ?? tables[0];
        var before = kept?.Sheet == table.Name ? kept : null;
        var proposed = StaffFields.HeadingsOf(table, habits.Headings) is >= 0 and var index ? table.Rows[index].Line : 0;
        var line = said.HeadingLine ?? before?.HeadingLine ?? proposed;
        var headings = line == 0 ? null : table.Rows.FirstOrDefault(row =>
            row.Line == line) ?? throw new BadInput("import.sheet-no-line") { Pointer = "/headingLine" };
        var columns = said.Columns ?? (before?.HeadingLine == line ? before.Columns : null)
            ?? (headings is null ? [] : [.. StaffFields.Propose(headings, habits.Headings).Select(pair => new StaffReading.Column(pair.Key, pair.Value))]);
        return (table, new(table.Name, line, columns, kept?.IsWhole ?? habits.IsWhole, said.Answers ?? kept?.Answers ?? [],
            said.Rest ?? kept?.Rest));
    }

    static IReadOnlyList<Column> Columns(SheetTable table, StaffReading reading)
    {
        var below = table.Rows.Where(row => row.Line > reading.HeadingLine).Take(100).ToList();
        var headings = table.Rows.FirstOrDefault(row => row.Line == reading.HeadingLine);
        return [.. Enumerable.Range(0, Math.Min(table.Width, ShownColumns)).Select(at => new Column(at, SheetColumns.Letters(at), Cut(headings?.At(at)) ?? "",
                reading.Columns.FirstOrDefault(column => column.At == at)?.Field, [.. below.Select(row => row.At(at)).Where(cell =>
                    cell.Length > 0).Distinct().Take(3).Select(cell => Cut(cell)!)]))
            .Where(column => column.Heading.Length > 0 || column.Samples.Count > 0)];
    }

    public static IReadOnlyList<StaffField> Missing(StaffReading reading)
    {
        var fields = reading.Columns.Select(column => column.Field).ToHashSet();
        var missing = new List<StaffField>();
        if (!fields.Contains(StaffField.FullName) && !fields.Contains(StaffField.FamilyName)) missing.Add(StaffField.FullName);
        if (fields.Contains(StaffField.FamilyName) && !fields.Contains(StaffField.GivenName)) missing.Add(StaffField.GivenName);
        if (!fields.Contains(StaffField.Position)) missing.Add(StaffField.Position);
        return missing;
    }

    /// <summary>Words that nobody has explained first.</summary>
    internal static IReadOnlyList<Position> Positions(IReadOnlyList<StaffRow> rows, StaffList list)
    {
        var asked = new List<Position>();
        foreach (var group in rows.Where(row => row.Position is { Length: <= 200 }).GroupBy(row => StaffPositions.Key(row.Position!)))
        {
            var written = group.First().Position!;
            var known = list.Positions.Knows(written, out var position);
            if (list.Positions.IsName(written)) continue;
            asked.Add(new(written, group.Count(), list.Positions.Guess(written), known, position?.Code));
        }

        return [.. asked.OrderBy(one => one.IsAnswered).ThenByDescending(one => one.Rows)];
    }

    static Row Shown(StaffRow row, StaffList list)
    {
        RosterRows.Position? position = null;
        if (row.Position is not null) list.Positions.Knows(row.Position, out position);
        return new(row.Line, Cut(row.Family), Cut(row.Given), Cut(row.Patronymic), row.BirthDate, Cut(row.Position), position?.Code, row.StartedOn, row.LastDay,
            row.IsMain, Cut(row.Email), Cut(row.Phone), Cut(row.Number), row.Qualification,
            [.. row.Faults.Select(fault => (fault.Field, fault.Code, Value: Cut(fault.Value)))
                .Select(fault => new Fault(fault.Field, fault.Code, ProblemTexts.Of(fault.Code, [("value", fault.Value)]), fault.Value))]);
    }

    /// <summary>What is shown as an example need not be whole.</summary>
    static string? Cut(string? text) => text?.Length > LongestShown ? text[..LongestShown] + "…" : text;

    static Question Shown(StaffIdentity.Question question, StaffReading reading)
    {
        var first = question.Rows[0];
        return new(question.Key, question.Kind, Cut(string.Join(' ', new[] { first.Family, first.Given, first.Patronymic }.OfType<string>()))!,
            [.. question.Rows.Select(row => row.Line)], question.Other?.Id, question.Other?.Name, question.Other?.BirthDate,
            reading.Answers.FirstOrDefault(answer => answer.Key == question.Key)?.IsSame);
    }
}
