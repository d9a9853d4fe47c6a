using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>Opens the census of the current school year, where the yearly job has not done so.</summary>
public static class OpenCensus
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/census", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var opened = await mediator.Send(new Command(organizationId, body.DueOn), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/census", opened);
            })
            .Operation(nameof(OpenCensus), Permission.CensusManage);

    /// <param name="DueOn">Today or later, within the school year.</param>
    public sealed record Body(DateOnly DueOn);

    /// <param name="DueOn">Null: the usual day.</param>
    public sealed record Command(Guid OrganizationId, DateOnly? DueOn) : ICommand<Result>;

    public sealed record Result(Guid Id, int SchoolYear, DateOnly DueOn, int Version);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            var year = SchoolYear.Of(today);
            if (command.DueOn > CensusCalendar.OpensOn(year + 1)) throw new BadInput("census.after-the-year") { Pointer = "/dueOn" };
            // The yearly job may come late, as after an outage: nobody is overdue on the first day.
            var dueOn = command.DueOn ?? (CensusCalendar.DueOn(year) is var usual && usual > today ? usual : today.AddDays(30));
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await db.ExecuteOne("""
                insert into census (id, organization_id, region_code, school_year, opened_on, due_on)
                values (@id, @OrganizationId, @RegionCode, @year, @today, @dueOn)
                """, new { id, command.OrganizationId, place.RegionCode, year, today, dueOn }, ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new SchoolYearCensusOpened(year));
            return new(id, year, dueOn, 1);
        }
    }
}
