using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Erases who a contact is, for good; that somebody in this capacity took part stays in the log.</summary>
public static class ErasePartnerContact
{
    public static void Map(RouteGroupBuilder contacts) =>
        contacts.MapPost("/{contactId:guid}/erase", async (Guid organizationId, Guid contactId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, contactId, body.Version), ct)))
            .Operation(nameof(ErasePartnerContact), Permission.PartnerManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version) : ICommand<PartnerContactState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PartnerContactState>
    {
        public async Task<PartnerContactState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var contact = await PartnerContactRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            await db.ExecuteOne("""
                update partner_contact set name = '', post = '', works_at = '', reach = '', note = '', erased_on = @Today, version = version + 1 where id = @Id
                """, new { command.Id, Today = place.Today(time) }, ct);
            audit.About(place.OrganizationId, place.RegionCode, contact.Id, new PartnerContactErased());
            return new(contact.Id, contact.Version + 1);
        }
    }
}
