namespace Mentoring.Api.Features.Profiles;

/// <summary>
/// What people said of themselves, and what the school confirmed of it, goes on at the successor; where they have a profile
/// there, that one stays.
/// </summary>
static class ProfileHandOver
{
    public const string Sql = """
        insert into mentor_profile (organization_id, region_code, person_id, status, summary, trajectory_skills, support_skills, capacity_programs,
               capacity_hours, remote, available_from, available_until, topics, areas, subjects, confirmed_on, confirmed_by_name, updated_at)
        select @Heir, @HeirRegion, p.person_id, p.status, p.summary, p.trajectory_skills, p.support_skills, p.capacity_programs,
               p.capacity_hours, p.remote, p.available_from, p.available_until, p.topics, p.areas, p.subjects, p.confirmed_on, p.confirmed_by_name, @Now
          from mentor_profile p where p.organization_id = @Organization and p.person_id in (select person_id from handed_over where heir = @Heir)
        on conflict do nothing;
        insert into mentee_profile (organization_id, region_code, person_id, status, categories, subjects, remote, self_image, self_now, priorities, updated_at)
        select @Heir, @HeirRegion, p.person_id, p.status, p.categories, p.subjects, p.remote, p.self_image, p.self_now, p.priorities, @Now
          from mentee_profile p where p.organization_id = @Organization and p.person_id in (select person_id from handed_over where heir = @Heir)
        on conflict do nothing
        """;
}
