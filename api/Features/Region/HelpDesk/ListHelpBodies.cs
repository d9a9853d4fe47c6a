using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Whom to ask for this kind of help: the bodies behind the school with a service that fits, or else the region's centre.</summary>
public static class ListHelpBodies
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/help-bodies", async (Guid organizationId, string? form, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, form), ct)))
            .WithDescription("The first is the one to ask: by how near its service is, then by how many open questions there are for each who answers. "
                + "At most 50; an empty list where nobody stands behind the school and its region has no centre here.")
            .Operation(nameof(ListHelpBodies), Permission.HelpDesk);

    /// <param name="Form">Code of the dictionary `help-form`; `consultation` when absent.</param>
    public sealed record Query(Guid OrganizationId, string? Form) : IQuery<IReadOnlyList<HelpOffer>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Form).MaximumLength(64);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<HelpOffer>>
    {
        public async Task<IReadOnlyList<HelpOffer>> Handle(Query query, CancellationToken ct) =>
            await HelpOffers.For(await HelpReach.Own(query.OrganizationId, db, caller, ct), query.Form ?? "consultation", db, time, ct);
    }
}
