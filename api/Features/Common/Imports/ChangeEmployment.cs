using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Changes somebody's position, main place or category by hand: from a day on, or as a correction from the beginning.</summary>
public static class ChangeEmployment
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/employments/{employmentId:guid}/change", async (Guid organizationId, Guid personId, Guid employmentId, Body body, IMediator mediator,
            CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, employmentId, body), ct)))
            .Operation(nameof(ChangeEmployment), Permission.RosterImport);

    /// <param name="Version">Of the employment that was looked at; another one answers 412.</param>
    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    /// <param name="Qualification">Category given by attestation: First, Highest, Methodologist or Mentor.</param>
    /// <param name="From">The first day on which it holds, at most a year ahead; the past keeps what was true then. A mistake is corrected without it.</param>
    public sealed record Body(int Version, string PositionCode, bool IsMain, string? Qualification = null, DateOnly? From = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Guid EmploymentId, Body Body) : ICommand<Result>;

    /// <param name="EmploymentId">That which holds from the day on.</param>
    public sealed record Result(Guid EmploymentId);

    /// <summary>An employment that a change is about.</summary>
    public sealed record Current(string RegionCode, string PositionCode, bool IsTeaching, bool IsMain, string? Qualification, DateOnly StartedOn,
        DateOnly? EndedOn, int Version) : IVersioned
    {
        public const string Sql = """
            select region_code, position_code, is_teaching, is_main, qualification, started_on, ended_on, version from employment
             where id = @EmploymentId and organization_id = @OrganizationId and person_id = @PersonId for update
            """;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.PositionCode).NotEmpty().MaximumLength(200).OverridePropertyName("positionCode");
            RuleFor(c => c.Body.Qualification).Must(code =>
                code is null or "First" or "Highest" or "Methodologist" or "Mentor").OverridePropertyName("qualification");
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (body, today) = (command.Body, await RegionTime.TodayAt(command.OrganizationId, db, time, ct));
            var place = await StaffEdits.MemberOf(db, caller, command.OrganizationId, command.PersonId, today, ct);
            var current = await db.Lock<Current>(Current.Sql, command, body.Version, ct);
            if (await db.List<bool>(Position, new { body.PositionCode, Today = today }, ct) is not [var teaching])
                throw new BadInput("import.position") { Pointer = "/positionCode" };
            var from = body.From ?? current.StartedOn;
            if (from < current.StartedOn || from >= current.EndedOn || StaffDays.IsAhead(from, today)) throw new RuleViolation("employment.day-outside");

            var turns = from > current.StartedOn;
            var id = turns ? Guid.CreateVersion7(time.GetUtcNow()) : command.EmploymentId;
            await db.Execute(turns ? Turn : Correct, new
            {
                id, command.EmploymentId, body.PositionCode, teaching, body.IsMain, body.Qualification, from,
            }, ct);
            var before = Columns(command.EmploymentId, current.PositionCode, current.IsTeaching, current.IsMain, current.Qualification);
            var after = Columns(id, body.PositionCode, teaching, body.IsMain, body.Qualification);
            await StaffEdits.Keep(db, place, new(StaffEditKind.Work, id, from, before, after), caller, time, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new EmploymentChanged(body.PositionCode, body.IsMain, from, turns));
            return new(id);
        }
    }

    static Dictionary<string, string?> Columns(Guid id, string position, bool teaching, bool main, string? qualification) => new()
    {
        ["employment_id"] = $"{id}", ["position_code"] = position, ["is_teaching"] = teaching ? "true" : "false", ["is_main"] = main ? "true" : "false",
        ["qualification"] = qualification,
    };

    const string Position = """
        select coalesce((data ->> 'teaching')::boolean, false) from dictionary_entry
         where dictionary = 'position' and code = @PositionCode and valid_from <= @Today and (valid_to is null or valid_to > @Today)
        """;

    public const string Correct = """
        update employment set position_code = @PositionCode, is_teaching = @teaching, is_main = @IsMain, qualification = @Qualification, version = version + 1
         where id = @EmploymentId
        """;

    /// <summary>What was planned already goes on from the new part.</summary>
    public const string Turn = """
        with former as (select * from employment where id = @EmploymentId),
        ended as (update employment set ended_on = @from, version = version + 1 where id = @EmploymentId returning id),
        planned as (
            update staff_edit h set before = jsonb_set(h.before, '{employment_id}', to_jsonb(@id::uuid))
              from former f join employment later on later.person_id = f.person_id and later.started_on = f.ended_on
             where h.employment_id = later.id and h.kind = 'Work' and h.undone_at is null and h.before ->> 'employment_id' = f.id::text)
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, qualification, source_id, started_on,
            ended_on, hired_on)
        select @id, f.organization_id, f.region_code, f.person_id, @PositionCode, @teaching, @IsMain, @Qualification, f.source_id, @from, f.ended_on,
               coalesce(f.hired_on, f.started_on)
          from former f join ended on true
        """;
}
