using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Corrects what is known of a contact.</summary>
public static class RevisePartnerContact
{
    public static void Map(RouteGroupBuilder contacts) =>
        contacts.MapPut("/{contactId:guid}", async (Guid organizationId, Guid contactId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, contactId, body.Version, body.Card), ct)))
            .Operation(nameof(RevisePartnerContact), Permission.PartnerManage);

    public sealed record Body(int Version, PartnerContactCard Card);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, PartnerContactCard Card) : ICommand<PartnerContactState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).SetValidator(new PartnerContactCard.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, PartnerContactState>
    {
        public async Task<PartnerContactState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var contact = await PartnerContactRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            await db.ExecuteOne("""
                update partner_contact set name = @Name, post = @Post, works_at = @WorksAt, role = @Role, reach = @Reach, note = @Note, version = version + 1
                    where id = @id
                """, command.Card.Row(contact.Id, place), ct);
            audit.About(place.OrganizationId, place.RegionCode, contact.Id, new PartnerContactRevised(command.Card.Role));
            return new(contact.Id, contact.Version + 1);
        }
    }
}
