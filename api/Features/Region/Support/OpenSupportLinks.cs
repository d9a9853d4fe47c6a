using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>A body begins to stand behind many organizations at once, with one or several services, on one agreement: all of it or nothing.</summary>
public static class OpenSupportLinks
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPost("/support-links", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.OrganizationIds ?? [], body.TerritoryCode, body.Services ?? [],
                    body.StartsOn, body.EndsOn, body.Agreement, body.SkipExisting), ct)))
            .WithDescription("All of it or nothing: where the body supports one of them with one of these services on one of these days already, "
                + "nothing is written, unless `skipExisting` says to leave those as they are.")
            .Operation(nameof(OpenSupportLinks), Permission.SupportManage);

    /// <param name="OrganizationIds">Whom it supports: 1 to 500; left out where a territory is meant.</param>
    /// <param name="TerritoryCode">A municipality or region: all its open organizations that run the mentoring of teachers.</param>
    /// <param name="Services">1 to 8 codes of the dictionary `support-service`.</param>
    /// <param name="EndsOn">The first day on which it is no longer in force; without an end when absent.</param>
    /// <param name="Agreement">The document that it rests on: number and date of an agreement, an order, a state task.</param>
    /// <param name="SkipExisting">What is supported so already is left as it is; otherwise it stops all.</param>
    public sealed record Body(
        string[] Services, DateOnly StartsOn, string Agreement, Guid[]? OrganizationIds = null, string? TerritoryCode = null, DateOnly? EndsOn = null,
        bool SkipExisting = false);

    public sealed record Command(
        Guid OrganizationId, Guid[] OrganizationIds, string? TerritoryCode, string[] Services, DateOnly StartsOn, DateOnly? EndsOn, string Agreement,
        bool SkipExisting) : ICommand<Result>;

    /// <param name="Organizations">Behind how many the body stands by this act.</param>
    /// <param name="Opened">How many links were made: one for each organization and service.</param>
    /// <param name="Existing">How many there were already and were left as they are.</param>
    public sealed record Result(int Organizations, int Opened, int Existing);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Services.Length).InclusiveBetween(1, 8).OverridePropertyName("services");
            RuleFor(c => c.OrganizationIds.Length).LessThanOrEqualTo(500).OverridePropertyName("organizationIds");
            RuleFor(c => c.Agreement).NotEmpty().MaximumLength(500);
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(c => c.EndsOn).GreaterThan(c => c.StartsOn).LessThan(new DateOnly(2100, 1, 1));
        }
    }

    sealed record Held(Guid Id, string RegionCode);

    sealed record Made(Guid OrganizationId, string RegionCode, Guid LinkId, int Links);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var body = await SupportReach.DemandBody(command.OrganizationId, db, caller, ct);
            if (command.OrganizationIds.Length == 0 == command.TerritoryCode is null) throw new BadInput("support.whom") { Pointer = "/organizationIds" };
            string[] services = [.. command.Services.Distinct()];
            var known = await db.List<string>("select code from dictionary_entry where dictionary = 'support-service' and code = any(@services)",
                new { services }, ct);
            if (Array.FindIndex(command.Services, code => !known.Contains(code)) is >= 0 and var at)
                throw new BadInput("support.service-unknown") { Pointer = $"/services/{at}" };

            var asked = command.TerritoryCode is null ? [.. command.OrganizationIds.Distinct()] : await Of(command.TerritoryCode, body.Id, ct);
            var supported = await Hold(command, asked, body, ct);
            var (now, links) = (time.GetUtcNow(), supported.SelectMany(one => services.Select(service => (one, service))).ToList());
            var args = new
            {
                Body = body.Id, Organizations = links.Select(link => link.one.Id).ToArray(), Regions = links.Select(link => link.one.RegionCode).ToArray(),
                Services = links.Select(link => link.service).ToArray(), Ids = links.Select(_ => Guid.CreateVersion7(now)).ToArray(), command.StartsOn,
                command.EndsOn, command.SkipExisting, Agreement = command.Agreement.Trim(), Now = now.UtcDateTime, By = caller.Id,
            };
            if (!command.SkipExisting && await db.List<Guid>(Clashing, args, ct) is [var clash, ..]) throw Twice(command, clash);

            var made = await db.List<Made>(Insert, args, ct);
            var codes = string.Join(' ', services);
            foreach (var one in made)
                audit.About(one.OrganizationId, one.RegionCode, one.LinkId, new SupportOpened(body.Id, codes, command.StartsOn, command.EndsOn));
            var opened = made.Sum(one => one.Links);
            audit.About(body.Id, body.RegionCode, body.Id, new SupportTaken(codes, made.Count, opened));
            return new(made.Count, opened, links.Count - opened);
        }

        /// <summary>Those that are counted in a municipality or region: nobody means all schools of the country.</summary>
        async Task<Guid[]> Of(string territory, Guid body, CancellationToken ct) =>
            await db.List<Guid>(OfTerritory, new { territory, body }, ct) is { Count: > 0 } all ? [.. all]
                : throw new BadInput("support.territory-empty") { Pointer = "/territoryCode" };

        /// <summary>They stay open until the links are written. Whoever acts for a region gives its organizations alone a body.</summary>
        async Task<List<Held>> Hold(Command command, Guid[] asked, SupportReach.Body body, CancellationToken ct)
        {
            var open = (await db.List<Held>("select id, region_code from organization_held_open(@Ids)", new { Ids = asked.Append(body.Id).ToArray() }, ct))
                .ToDictionary(one => one.Id);
            if (!open.Remove(body.Id)) throw new RuleViolation("support.body-closed");
            foreach (var (at, id) in asked.Index())
            {
                if (id == body.Id) throw new BadInput("support.itself") { Pointer = Pointer(command, at) };
                if (!open.TryGetValue(id, out var one)) throw new BadInput("support.organization-unknown") { Pointer = Pointer(command, at) };
                if (!caller.Scope.Reaches(body.Id) && !caller.Scope.ReachesRegion(one.RegionCode))
                    throw new BadInput("support.other-region") { Pointer = Pointer(command, at) };
            }

            return [.. asked.Select(id => open[id])];
        }

        static RuleViolation Twice(Command command, Guid organization) =>
            new("support.link-twice") { Pointer = Pointer(command, Array.IndexOf(command.OrganizationIds, organization)) };

        static string Pointer(Command command, int at) => command.TerritoryCode is null ? $"/organizationIds/{at}" : "/territoryCode";
    }

    const string OfTerritory = $"""
        select o.id from organization o join territory t on t.code = @territory and t.level in ('Region', 'Municipality')
         where o.territory_code in (select descendant_code from territory_tree where ancestor_code = @territory)
           and o.status = 'Open' and o.kind in {OrganizationKinds.Counted} and o.id <> @body
         order by o.id
        """;

    const string Wanted = """
        unnest(@Organizations::uuid[], @Regions::text[], @Services::text[], @Ids::uuid[]) wanted (organization_id, region_code, service_code, id)
        """;

    const string There = """
        exists (select from support_link l
                 where l.region_code = wanted.region_code and l.organization_id = wanted.organization_id and l.body_id = @Body
                   and l.service_code = wanted.service_code and l.period && daterange(@StartsOn::date, @EndsOn::date, '[)'))
        """;

    const string Clashing = $"select wanted.organization_id from {Wanted} where {There} limit 1";

    // What came in between the look and the write is not passed over in silence: the database refuses it.
    const string Insert = $"""
        with made as (
            insert into support_link (region_code, id, organization_id, body_id, service_code, agreement, starts_on, ends_on, created_at, created_by)
            select wanted.region_code, wanted.id, wanted.organization_id, @Body, wanted.service_code, @Agreement, @StartsOn::date, @EndsOn::date, @Now, @By
              from {Wanted} where not @SkipExisting or not {There}
            returning region_code, id, organization_id)
        select organization_id, region_code, (min(id::text))::uuid link_id, count(*)::int links from made group by 1, 2 order by 1
        """;
}
