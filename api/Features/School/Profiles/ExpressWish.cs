using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A person says that they plan to become a mentor or a mentee.</summary>
public static class ExpressWish
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/wishes", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(new Command(organizationId, personId, body.Wish, body.Note), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/wishes", created);
            })
            .Operation(nameof(ExpressWish), Permission.ProfileOwn);

    /// <param name="Note">At most 1000 characters.</param>
    public sealed record Body(Wish Wish, string Note);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Wish Wish, string Note) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Workplace.Of(command.OrganizationId, command.PersonId, db, time, ct);
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await db.ExecuteOne("""
                insert into wish_to_join (id, organization_id, region_code, person_id, wish, note, expressed_on)
                values (@id, @OrganizationId, @RegionCode, @PersonId, @Wish, @Note, @Today)
                """, new
            {
                id, place.OrganizationId, place.RegionCode, command.PersonId, Wish = command.Wish.ToString(), command.Note,
                Today = place.Today(time)
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new WishExpressed(command.Wish));
            return new(id);
        }
    }
}
