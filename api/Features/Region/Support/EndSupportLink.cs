using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>A body stands behind an organization no longer with one service, from a day on; both sides learn of it.</summary>
public static class EndSupportLink
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPost("/support-links/{linkId:guid}/end",
            async (Guid organizationId, Guid linkId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, linkId, body.Version, body.On, body.Reason), ct)))
            .Operation(nameof(EndSupportLink), Permission.SupportManage);

    /// <param name="On">The first day on which it is no longer in force: within its days, also one to come.</param>
    /// <param name="Reason">For both sides to read; at most 1000 characters.</param>
    public sealed record Body(int Version, DateOnly On, string Reason);

    public sealed record Command(Guid OrganizationId, Guid LinkId, int Version, DateOnly On, string Reason) : ICommand<SupportLinkState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, SupportLinkState>
    {
        public async Task<SupportLinkState> Handle(Command command, CancellationToken ct)
        {
            var link = await SupportLinkRow.Lock(db, caller, command.OrganizationId, command.LinkId, command.Version, time, ct);
            SupportLife.Demand(link.State, SupportStep.End);
            SupportLife.DemandEnd(command.On, link.StartsOn, link.EndsOn);
            await db.ExecuteOne(Save, new
            {
                link.RegionCode, link.Id, command.On, Reason = command.Reason.Trim(), Now = time.GetUtcNow().UtcDateTime, By = caller.Id,
            }, ct);
            audit.About(link.OrganizationId, link.RegionCode, link.Id, new SupportEnded(link.BodyId, link.ServiceCode, command.On));
            audit.About(link.BodyId, link.BodyRegion, link.Id, new SupportGivenUp(link.OrganizationId, link.ServiceCode, command.On));
            return new(SupportLife.On(link.Today, link.StartsOn, command.On), link.StartsOn, command.On, link.Version + 1);
        }
    }

    const string Save = """
        update support_link set ends_on = @On, end_reason = @Reason, ended_at = @Now, ended_by = @By, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
