using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Writes down somebody of the regional system or of a community with whom the school works.</summary>
public static class AddPartnerContact
{
    public static void Map(RouteGroupBuilder contacts) =>
        contacts.MapPost("/", async (Guid organizationId, PartnerContactCard card, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(organizationId, card), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/partner-contacts", added);
            })
            .Operation(nameof(AddPartnerContact), Permission.PartnerManage);

    public sealed record Command(Guid OrganizationId, PartnerContactCard Card) : ICommand<PartnerContactState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).SetValidator(new PartnerContactCard.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PartnerContactState>
    {
        public async Task<PartnerContactState> Handle(Command command, CancellationToken ct)
        {
            var (place, id) = (await Place.Of(command.OrganizationId, db, caller, ct), Guid.CreateVersion7(time.GetUtcNow()));
            await db.ExecuteOne("""
                insert into partner_contact (id, organization_id, region_code, name, post, works_at, role, reach, note)
                values (@id, @OrganizationId, @RegionCode, @Name, @Post, @WorksAt, @Role, @Reach, @Note)
                """, command.Card.Row(id, place), ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PartnerContactAdded(command.Card.Role));
            return new(id, 1);
        }
    }
}
