using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A plan to become a mentor or a mentee is given up, or has come true.</summary>
public static class WithdrawWish
{
    public static void Map(RouteGroupBuilder wishes) =>
        wishes.MapPost("/withdraw", async (Guid wishId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(wishId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(WithdrawWish), Permission.ProfileOwn);

    public sealed record Command(Guid Id) : ICommand<Done>;

    sealed record Row(Guid OrganizationId, string RegionCode, Guid PersonId, string TimeZone);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var row = await db.One<Row>("""
                select w.organization_id, w.region_code, w.person_id, t.time_zone from wish_to_join w join organization_zone t on t.place_id = w.organization_id
                 where w.id = @Id and w.withdrawn_on is null for update of w
                """, command, ct);
            await db.ExecuteOne("update wish_to_join set withdrawn_on = @Today where id = @Id",
                new { command.Id, Today = RegionTime.Today(row.TimeZone, time) }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new WishWithdrawn());
            return new();
        }
    }
}
