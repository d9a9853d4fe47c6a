using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Takes back a day off of one region that was entered by mistake or moved.</summary>
public static class RemoveRegionalHoliday
{
    public static void Map(RouteGroupBuilder days) =>
        days.MapDelete("/{day}/regions/{region}", async (DateOnly day, string region, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(day, region), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(RemoveRegionalHoliday), Permission.ReferenceWrite);

    public sealed record Command(DateOnly Day, string Region) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            await db.ExecuteOne("delete from regional_holiday where region_code = @Region and day = @Day", command, ct);
            audit.AboutPlatform(new RegionalHolidayRemoved(command.Day, command.Region));
            return new();
        }
    }
}
