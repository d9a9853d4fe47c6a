using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// Puts organizations that stand on their region into a municipality. It was not known before, so past months are counted
/// there too, unless it is said from which day they stand there; who moves from one municipality to another has such a day.
/// </summary>
public static class SetMunicipality
{
    const int Most = 500;

    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/municipality", async (Command command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command, ct)))
            .Operation(nameof(SetMunicipality), Permission.OrganizationManage);

    /// <param name="TerritoryCode">A municipality of the organizations' region.</param>
    /// <param name="OrganizationIds">1 to 500 organizations that stand on their region.</param>
    /// <param name="On">The first day there, today or before: months before it stay without a municipality. Always there when absent.</param>
    public sealed record Command(string TerritoryCode, IReadOnlyList<Guid> OrganizationIds, DateOnly? On = null) : ICommand<Result>;

    /// <param name="Placed">How many organizations stand in the municipality now that did not before.</param>
    public sealed record Result(int Placed);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TerritoryCode).NotEmpty().MaximumLength(20);
            RuleFor(c => c.OrganizationIds.Count).InclusiveBetween(1, Most).OverridePropertyName("organizationIds");
        }
    }

    sealed record Unplaced(Guid Id, DateOnly? KnownOn, DateOnly Today);

    sealed record Municipality(string RegionCode, string NameRu);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await db.Maybe<Municipality>(Find, new { command.TerritoryCode }, ct)
                ?? throw new BadInput("organization.no-municipality") { Pointer = "/territoryCode" };
            caller.Scope.MustReachRegion(place.RegionCode);
            Guid[] asked = [.. command.OrganizationIds.Distinct()];
            var now = time.GetUtcNow().UtcDateTime;
            var there = await db.List<Unplaced>(Lock, new { place.RegionCode, Ids = asked, now }, ct);
            if (there.Count < asked.Length) throw new RuleViolation("organization.has-municipality", ("organizations", asked.Length - there.Count));

            if (there.Any(one => command.On > one.Today)) throw new BadInput("organization.day-to-come") { Pointer = "/on" };
            if (there.Any(one => command.On <= one.KnownOn)) throw new BadInput("organization.day-before") { Pointer = "/on" };

            var args = new { command.TerritoryCode, place.RegionCode, place.NameRu, Ids = asked, command.On, Now = now };
            await db.Execute(Save, args, ct);
            foreach (var id in asked) audit.About(id, place.RegionCode, id, new MunicipalitySet(command.TerritoryCode));
            return new(asked.Length);
        }
    }

    const string Find = """
        select r.code region_code, t.name_ru from territory t join territory r on r.code = t.parent_code where t.code = @TerritoryCode
           and t.level = 'Municipality'
        """;
    const string Lock = """
        select o.id, coalesce((select max(p.until) from organization_past p where p.organization_id = o.id), o.opened_on) known_on,
               local_day(@now, o.id) today
          from organization o where o.id = any(@Ids) and o.region_code = @RegionCode and o.territory_code = o.region_code order by o.id for update
        """;
    const string Save = """
        insert into organization_past (organization_id, region_code, until, kind, territory_code)
        select o.id, o.region_code, @On, o.kind, o.territory_code from organization o where o.id = any(@Ids) and @On::date is not null;
        update organization set territory_code = @TerritoryCode, version = version + 1, updated_at = @Now where id = any(@Ids);
        insert into organization_event (id, organization_id, region_code, kind, occurred_on, detail)
        select gen_random_uuid(), o.id, o.region_code, 'Changed', coalesce(@On::date, local_day(@Now, o.id)),
               jsonb_build_object('municipality', jsonb_build_object('from', null, 'to', @NameRu::text))
          from organization o where o.id = any(@Ids);
        """;
}
