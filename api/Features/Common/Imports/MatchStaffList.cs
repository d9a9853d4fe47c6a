using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Says what the columns of a staff list tell, and has it checked. What is said is kept for the lists that follow.</summary>
public static class MatchStaffList
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/{importId:guid}/match", async (Guid importId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(importId, body.Version, body.Reading, body.Positions, body.RestAsGuessed ?? false), ct)))
            .Operation(nameof(MatchStaffList), Permission.ImportManage);

    /// <param name="Version">Of the import that was looked at; another one answers 412.</param>
    /// <param name="Positions">Of the words that the dictionary does not have, at most 50,000.</param>
    /// <param name="RestAsGuessed">The words that are not answered mean what is guessed of them.</param>
    public sealed record Body(int Version, StaffReading Reading, IReadOnlyList<ReadStaffList.PositionAnswer> Positions, bool? RestAsGuessed = null);

    public sealed record Command(Guid Id, int Version, StaffReading Reading, IReadOnlyList<ReadStaffList.PositionAnswer> Positions, bool RestAsGuessed)
        : ICommand<Result>;

    public sealed record Result(ImportStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reading.Sheet).NotNull().MaximumLength(200).OverridePropertyName("sheet");
            RuleFor(c => c.Reading.HeadingLine).GreaterThanOrEqualTo(0).OverridePropertyName("headingLine");
            RuleFor(c => c.Reading.Columns).Must(columns => columns.Count is >= 1 and <= SheetTable.MostColumns
                && columns.All(c => c is { At: >= 0 and < SheetTable.MostColumns }) && columns.DistinctBy(c => c.Field).Count() == columns.Count
                && columns.DistinctBy(c => c.At).Count() == columns.Count).OverridePropertyName("columns");
            RuleFor(c => c.Reading.Answers).Must(answers => answers.Count <= SheetTable.MostRows && answers.All(a => a is { Key.Length: > 0 and <= 4000 }))
                .OverridePropertyName("answers");
            RuleFor(c => c.Positions).Must(positions => positions.Count <= SheetTable.MostRows && positions.All(p => p is { Written.Length: > 0 and <= 200 }))
                .OverridePropertyName("positions");
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            // Looked at without the lock first: a working job holds it for as long as it works.
            ImportLifecycle.Steps.Next((await db.One<ReadStaffList.Current>(ReadStaffList.Current.Sql, new { command.Id }, ct)).Status, ImportStep.Match);
            var current = await db.One<ReadStaffList.Current>($"{ReadStaffList.Current.Sql} for update of i", new { command.Id }, ct);
            ImportLifecycle.Steps.Next(current.Status, ImportStep.Match);
            current.MustBeAt(command.Version);
            await StaffEdits.RefuseClosed(db, current.OrganizationId, ct);
            if (ReadStaffList.Missing(command.Reading) is [var needed, ..]) throw new RuleViolation("import.columns-needed", ("field", needed));

            var today = await RegionTime.TodayAt(current.OrganizationId, db, time, ct);
            var table = StaffSheet.Read(current.Content).FirstOrDefault(one => one.Name == command.Reading.Sheet) ?? throw new NotFound();
            if (command.Reading.HeadingLine > 0 && table.Rows.All(row => row.Line != command.Reading.HeadingLine)) throw new BadInput("import.sheet-no-line");
            var said = command.Positions;
            var list = await List(said);
            if (command.RestAsGuessed)
            {
                var asked = ReadStaffList.Positions(list.Read(table, command.Reading).Rows.People, list).Where(one => !one.IsAnswered);
                said = [.. said, .. asked.Select(one => new ReadStaffList.PositionAnswer(one.Written, one.Guess))];
                list = await List(said);
            }

            var (rows, people, _) = list.Read(table, command.Reading);
            if (people.Count == 0) throw new RuleViolation("import.sheet-no-people");
            var answers = new StaffAnswers(command.Reading.Answers, command.Reading.Rest);
            var questions = StaffIdentity.Of(people, list.People, answers).Questions;
            var open = ReadStaffList.Positions(rows.People, list).Count(one => !one.IsAnswered) + questions.Count(question => answers.Of(question.Key) is null);
            if (open > 0) throw new RuleViolation("import.unanswered", ("count", open));

            await db.Execute(Save, new
            {
                command.Id, current.OrganizationId, current.RegionCode, command.Reading.IsWhole, Reading = JsonSerializer.Serialize(command.Reading,
                    StaffList.Json),
                Headings = JsonSerializer.Serialize(Headings(table, command.Reading), StaffList.Json),
                Positions = JsonSerializer.Serialize(said.DistinctBy(p => StaffPositions.Key(p.Written)).ToDictionary(p =>
                    StaffPositions.Key(p.Written), p => p.Code), StaffList.Json),
                By = caller.Id, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            await outbox.Add(new ImportReceived(command.Id), ct);
            await News.Tell(db, Imports.Topic(command.Id), ct);
            audit.About(current.OrganizationId, current.RegionCode, command.Id,
                new StaffListMatched(command.Reading.IsWhole, [.. command.Reading.Columns.Select(c => c.Field)]));
            return new(ImportStatus.Received, current.Version + 1);

            Task<StaffList> List(IEnumerable<ReadStaffList.PositionAnswer> positions) =>
                StaffList.Of(db, current.OrganizationId, today, ct, positions.Select(p => KeyValuePair.Create(p.Written, p.Code)));
        }

        static Dictionary<string, StaffField?> Headings(SheetTable table, StaffReading reading)
        {
            var row = table.Rows.FirstOrDefault(one => one.Line == reading.HeadingLine);
            return (row?.Cells ?? []).Select((cell, at) => (Key: SearchText.Normalize(cell), at)).Where(pair => pair.Key.Length is > 0 and <= 200)
                .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => reading.Columns.FirstOrDefault(column => column.At == pair.at)?.Field);
        }
    }

    const string Save = """
        insert into staff_list_reading (import_id, organization_id, region_code, reading) values (@Id, @OrganizationId, @RegionCode, @Reading::jsonb)
        on conflict (import_id) do update set reading = excluded.reading;
        insert into staff_list_habit as h (organization_id, region_code, headings, positions, is_whole, said_by, said_at)
        values (@OrganizationId, @RegionCode, @Headings::jsonb, @Positions::jsonb, @IsWhole, @By, @Now)
        on conflict (organization_id, region_code) do update
           set headings = h.headings || excluded.headings, positions = h.positions || excluded.positions, is_whole = excluded.is_whole,
               said_by = excluded.said_by, said_at = excluded.said_at;
        update import set status = 'Received', version = version + 1 where id = @Id;
        update import_progress set rows_done = 0 where import_id = @Id;
        """;
}
