namespace Mentoring.Api.Features.People;

/// <summary>Who needs a mentor needs one at the successor too, from the day on which it takes over.</summary>
static class NeedHandOver
{
    public const string Sql = """
        insert into mentoring_need (organization_id, region_code, person_id, school_year, category, note, noted_on)
        select @Heir, @HeirRegion, n.person_id, n.school_year, n.category, n.note, greatest(n.noted_on, @On)
          from mentoring_need n
         where n.organization_id = @Organization and n.person_id in (select person_id from handed_over where heir = @Heir)
           and make_date(n.school_year + 1, 9, 1) > @On
        on conflict do nothing
        """;
}
