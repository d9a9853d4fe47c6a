using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Notes at the yearly census that a teacher needs a mentor, and why.</summary>
public static class SetMentoringNeed
{
    public static void Map(RouteGroupBuilder staff) =>
        staff.MapPut("/{personId:guid}/need", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body.SchoolYear, body.Category, body.Note), ct)))
            .Operation(nameof(SetMentoringNeed), Permission.StaffWrite);

    /// <param name="SchoolYear">Named by the year in which it starts: 2026 is 2026/27.</param>
    /// <param name="Note">At most 1000 characters; no medical or family matters.</param>
    public sealed record Body(int SchoolYear, NeedCategory Category, string? Note = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, int SchoolYear, NeedCategory Category, string? Note) : ICommand<Result>;

    public sealed record Result(int SchoolYear, NeedCategory Category, string? Note, DateOnly NotedOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SchoolYear).InclusiveBetween(2022, 2100);
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var today = await RegionTime.TodayAt(command.OrganizationId, db, time, ct);
            var region = await db.One<string>(PeopleSql.WorksHere, new { command.OrganizationId, command.PersonId, Today = today }, ct);
            var noted = await db.One<DateOnly>(Sql, new
            {
                command.OrganizationId, region, command.PersonId, command.SchoolYear, Category = command.Category.ToString(), command.Note, today,
            }, ct);
            audit.About(command.OrganizationId, region, command.PersonId, new MentoringNeedSet(command.SchoolYear, command.Category));
            return new(command.SchoolYear, command.Category, command.Note, noted);
        }
    }

    // Who needs a mentor for another reason has needed one since the first: months that have passed keep it.
    const string Sql = """
        insert into mentoring_need (organization_id, region_code, person_id, school_year, category, note, noted_on)
        values (@OrganizationId, @region, @PersonId, @SchoolYear, @Category, @Note, @today)
        on conflict (organization_id, person_id, school_year, region_code) do update set category = excluded.category, note = excluded.note
        returning noted_on
        """;
}
