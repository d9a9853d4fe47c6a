using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Which links of a body are wanted: one question for the list and for its file.</summary>
/// <param name="Service">Code of the dictionary `support-service`.</param>
/// <param name="State">All when absent.</param>
/// <param name="Municipality">Code of a territory: organizations on it and below it.</param>
/// <param name="Search">A part of the organization's short or full name, or of the agreement.</param>
public record SupportedFilter(string? Service = null, SupportState? State = null, string? Municipality = null, string? Search = null)
{
    internal object Args(Guid body, DateTime now, string? name, Guid? id, int take) => new
    {
        Body = body, Service, State = State?.ToString(), Municipality, Pattern = Like.Containing(Search), Now = now, Name = name, Id = id, Take = take,
    };

    internal const string Sql = $"""
        select l.id, l.organization_id, o.name_short, o.kind, o.territory_code, t.name_ru territory_name_ru, l.region_code, l.service_code service, l.agreement,
               l.starts_on, l.ends_on, l.end_reason, {SupportLife.State} state, l.version
          from support_link l join organization o on o.id = l.organization_id join territory t on t.code = o.territory_code {SupportLife.Day}
         where l.body_id = @Body and (@Service::text is null or l.service_code = @Service)
           and (@State::text is null or {SupportLife.State} = @State)
           and (@Municipality::text is null or o.territory_code in (select descendant_code from territory_tree where ancestor_code = @Municipality))
           and (@Pattern::text is null or o.name_short ilike @Pattern or o.name_full ilike @Pattern or l.agreement ilike @Pattern)
           and (@Id::uuid is null or (o.name_short, l.id) > (@Name, @Id))
         order by o.name_short, l.id
         limit @Take
        """;
}
