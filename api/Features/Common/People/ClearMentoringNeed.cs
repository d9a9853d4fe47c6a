using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Takes back that a person needs a mentor in a school year; the audit trail keeps that it was noted.</summary>
public static class ClearMentoringNeed
{
    public static void Map(RouteGroupBuilder staff) =>
        staff.MapDelete("/{personId:guid}/need",
            async (Guid organizationId, Guid personId, [FromQuery] int? schoolYear, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, personId, schoolYear), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(ClearMentoringNeed), Permission.StaffWrite);

    /// <param name="SchoolYear">Named by the year in which it starts; the current one when absent.</param>
    public sealed record Command(Guid OrganizationId, Guid PersonId, int? SchoolYear) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var year = command.SchoolYear ?? SchoolYear.Of(await RegionTime.TodayAt(command.OrganizationId, db, time, ct));
            var region = await db.One<string>(Sql, new { command.OrganizationId, command.PersonId, year }, ct);
            audit.About(command.OrganizationId, region, command.PersonId, new MentoringNeedCleared(year));
            return new();
        }
    }

    const string Sql = """
        delete from mentoring_need where organization_id = @OrganizationId and person_id = @PersonId and school_year = @year returning region_code
        """;
}
