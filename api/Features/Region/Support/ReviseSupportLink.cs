using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Corrects or prolongs a support link that is not over: its days and the document that it rests on.</summary>
public static class ReviseSupportLink
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPut("/support-links/{linkId:guid}", async (Guid organizationId, Guid linkId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(
                    new Command(organizationId, linkId, body.Version, body.StartsOn, body.EndsOn, body.Agreement), ct)))
            .Operation(nameof(ReviseSupportLink), Permission.SupportManage);

    /// <param name="EndsOn">The first day on which it is no longer in force; without an end when absent.</param>
    /// <param name="Agreement">The document that it rests on; at most 500 characters.</param>
    public sealed record Body(int Version, DateOnly StartsOn, string Agreement, DateOnly? EndsOn = null);

    public sealed record Command(Guid OrganizationId, Guid LinkId, int Version, DateOnly StartsOn, DateOnly? EndsOn, string Agreement)
        : ICommand<SupportLinkState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Agreement).NotEmpty().MaximumLength(500);
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(c => c.EndsOn).GreaterThan(c => c.StartsOn).LessThan(new DateOnly(2100, 1, 1));
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, SupportLinkState>
    {
        public async Task<SupportLinkState> Handle(Command command, CancellationToken ct)
        {
            var link = await SupportLinkRow.Lock(db, caller, command.OrganizationId, command.LinkId, command.Version, time, ct);
            SupportLife.Demand(link.State, SupportStep.Revise);
            SupportLife.DemandGoesOn(link.Today, command.EndsOn);
            await db.ExecuteOne(Save, new { link.RegionCode, link.Id, command.StartsOn, command.EndsOn, Agreement = command.Agreement.Trim() }, ct);
            audit.About(link.OrganizationId, link.RegionCode, link.Id, new SupportRevised(link.BodyId, command.StartsOn, command.EndsOn));
            return new(SupportLife.On(link.Today, command.StartsOn, command.EndsOn), command.StartsOn, command.EndsOn, link.Version + 1);
        }
    }

    // What was to end and goes on after all has not ended.
    const string Save = """
        update support_link set starts_on = @StartsOn, ends_on = @EndsOn, agreement = @Agreement, end_reason = null, ended_at = null, ended_by = null,
               version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
