using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Which organizations nobody stands behind: one question for the list and for its file.</summary>
/// <param name="Service">Code of the dictionary `support-service`: those whom nobody supports with it today.</param>
/// <param name="Search">A part of the short or full name.</param>
public record GapFilter(string Service, string? Search = null)
{
    internal object Args(string code, DateTime now, string? name, Guid? id, int take) => new
    {
        Code = code, Service, Pattern = Like.Containing(Search), Now = now, Name = name, Id = id, Take = take,
    };

    internal async Task DemandService(Db db, CancellationToken ct)
    {
        if (!await db.One<bool>("select exists (select from dictionary_entry where dictionary = 'support-service' and code = @Service)", new { Service }, ct))
            throw new BadInput("support.service-unknown") { Pointer = "/service" };
    }

    internal const string Sql = $"""
        select o.id, o.name_short, o.kind, o.territory_code, t.name_ru territory_name_ru, o.address,
               coalesce((select array_agg(distinct l.service_code order by l.service_code) from support_link l {SupportLife.Day}
                          where l.organization_id = o.id and l.period @> day.today), array[]::text[]) services
          from organization o join territory t on t.code = o.territory_code
         where o.status = 'Open' and o.kind in {OrganizationKinds.Counted}
           and o.territory_code in (select descendant_code from territory_tree where ancestor_code = @Code)
           and not exists (select from support_link l {SupportLife.Day}
                            where l.organization_id = o.id and l.service_code = @Service and l.period @> day.today)
           and (@Pattern::text is null or o.name_short ilike @Pattern or o.name_full ilike @Pattern)
           and (@Id::uuid is null or (o.name_short, o.id) > (@Name, @Id))
         order by o.name_short, o.id
         limit @Take
        """;
}

/// <summary>An organization that nobody stands behind with a service.</summary>
/// <param name="Kind">Code of the dictionary `organization-kind`.</param>
/// <param name="Services">Codes of the dictionary `support-service` with which somebody stands behind it today.</param>
public sealed record SupportGap(
    Guid Id, string NameShort, string Kind, string TerritoryCode, string TerritoryNameRu, string? Address, IReadOnlyList<string> Services);
