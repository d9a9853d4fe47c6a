namespace Mentoring.Migrations;

/// <summary>A program's plan as one JSON value: what a numbered version keeps. People by id, so that their names stay in one place.</summary>
public static class PlanSnapshot
{
    /// <summary>Of the program row that the statement calls <c>p</c>.</summary>
    public const string Expression = """
        jsonb_build_object(
            'title', p.title, 'formCode', p.form_code, 'kindCode', p.kind_code, 'purposeCode', p.purpose_code,
            'startsOn', p.starts_on, 'endsOn', p.ends_on, 'content', p.content, 'payKopecks', p.pay_kopecks,
            'participants', (select coalesce(jsonb_agg(jsonb_build_object('personId', i.person_id, 'role', i.role) order by i.role, i.person_name), '[]')
                               from program_participant i where i.program_id = p.id and i.left_on is null),
            'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'areaCode', g.area_code, 'difficulty', g.difficulty, 'goal', g.goal, 'measure',
                g.measure,
                                                                   'measureBefore', g.measure_before, 'measureTarget', g.measure_target)
                                                                       order by g.position), '[]')
                        from program_goal g where g.program_id = p.id),
            'activities', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'activity', a.activity, 'dueOn', a.due_on, 'responsible', a.responsible,
                                                                        'expectedResult', a.expected_result) order by a.position), '[]')
                             from roadmap_activity a where a.program_id = p.id))
        """;

    /// <summary>A first version for every program that has none: they were written before versions were kept.</summary>
    public const string FirstVersions = $"""
        insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, author_id, author_name, created_at, decided_at)
        select md5(p.id::text || 'version 1')::uuid, p.id, p.organization_id, p.region_code, 1, 'Draft', 'Current', {Expression}, p.created_by, '',
               p.created_at, p.created_at
          from program p
        """;
}
