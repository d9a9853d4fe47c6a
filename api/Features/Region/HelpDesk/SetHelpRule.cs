using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Whoever heads a body says within how many working days it answers: from the next question on.</summary>
public static class SetHelpRule
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPut("/help-rule", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.Days), ct)))
            .Operation(nameof(SetHelpRule), Permission.HelpLead);

    /// <param name="Version">0 where nothing was said yet.</param>
    /// <param name="Days">Working days by the calendar of the asker's region: 1 to 30.</param>
    public sealed record Body(int Version, int Days);

    public sealed record Command(Guid OrganizationId, int Version, int Days) : ICommand<Result>;

    /// <param name="Days">Working days within which the body answers.</param>
    /// <param name="Version">To be given with the next change.</param>
    public sealed record Result(int Days, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Days).InclusiveBetween(1, 30);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var body = await Place.Of(command.OrganizationId, db, caller, ct);
            var saved = await db.List<int>(Save, new
            {
                body.RegionCode, body.OrganizationId, command.Days, command.Version, By = caller.Id, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            if (saved is not [var version])
                throw new Stale(await db.One<int>("select version from help_rule where organization_id = @OrganizationId", command, ct));
            audit.About(body.OrganizationId, body.RegionCode, body.OrganizationId, new HelpRuleSet(command.Days));
            return new(command.Days, version);
        }
    }

    const string Save = """
        insert into help_rule (region_code, organization_id, days, set_at, set_by) values (@RegionCode, @OrganizationId, @Days, @Now, @By)
        on conflict (region_code, organization_id) do update
           set days = excluded.days, set_at = excluded.set_at, set_by = excluded.set_by, version = help_rule.version + 1
         where help_rule.version = @Version
        returning version
        """;
}
