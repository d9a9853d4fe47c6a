namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>A task as whoever set it has it, with how far the schools are.</summary>
public record SchoolTaskFacts
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>The territory or the body that sets it.</summary>
    public required string Setter { get; init; }
    public required DateTime SetAt { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The initiative in which it is to be done; null where there is none.</summary>
    public required Guid? InitiativeId { get; init; }

    /// <summary>It was taken back from the schools that were not done with it.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>How many schools it was set.</summary>
    public required int SchoolCount { get; init; }

    /// <summary>How many have reported and wait for a decision.</summary>
    public required int Reported { get; init; }

    /// <summary>How many are done with it.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many are to report anew.</summary>
    public required int Returned { get; init; }

    /// <summary>How many owe a report whose term is over.</summary>
    public required int Overdue { get; init; }
    public required int Version { get; init; }

    // A member of its initiative reads the task and no report: whoever counts none did not set it.
    internal const string Columns = """
        t.id, t.title, t.setter, t.set_at, t.due_on, t.initiative_id, t.withdrawn_at is not null withdrawn, count.all_schools school_count, count.reported,
        count.accepted, count.returned, count.overdue, t.version
        """;

    /// <summary>Parameter: Now.</summary>
    internal const string From = """
        from school_task t
         cross join lateral (
              select count(*)::int all_schools, (count(*) filter (where r.status = 'Reported'))::int reported,
                     (count(*) filter (where r.status = 'Accepted'))::int accepted, (count(*) filter (where r.status = 'Returned'))::int returned,
                     (count(*) filter (where r.status in ('Assigned', 'Returned') and r.due_on < local_day(@Now, null, t.region_code)))::int overdue
                from school_task_report r where r.region_code = t.region_code and r.task_id = t.id) count
         where count.all_schools > 0
        """;
}
