using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The teachers whom the caller accompanies as a tutor, each with the state of the route: those first who need the tutor next.</summary>
public static class ListTutees
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/tutees", async (string? search, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(search, cursor, size), ct)))
            .WithDescription("By what is needed next (`need`, in the order of its values), then by how long ago the two were in touch.")
            .Operation(nameof(ListTutees), Permission.TutoringRead);

    /// <param name="Search">A part of the teacher's or the school's name.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(string? Search, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <summary>A teacher of the caller's.</summary>
    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required TutoringStatus Status { get; init; }
        public required string PersonName { get; init; }
        public required string OrganizationName { get; init; }
        public required string BodyName { get; init; }

        /// <summary>Codes of the dictionary `competence-area` in which the teacher asked for help.</summary>
        public required string[] Areas { get; init; } = [];
        public required DateOnly? StartsOn { get; init; }

        /// <summary>When the two last met, or one of them last wrote.</summary>
        public required DateTime? LastContactAt { get; init; }

        /// <summary>The nearest planned consultation.</summary>
        public required DateTime? NextConsultationAt { get; init; }

        /// <summary>Planned consultations that are over: were they held?</summary>
        public required int ToRecord { get; init; }

        /// <summary>The day by which the teacher should answer an offer.</summary>
        public required DateOnly? AnswerBy { get; init; }

        /// <summary>The route that runs; null where none does.</summary>
        public required Guid? RouteId { get; init; }
        public required RouteStatus? RouteStatus { get; init; }

        /// <summary>The last day of the activity that is to end next.</summary>
        public required DateOnly? NextTermOn { get; init; }

        /// <summary>Activities of a route under way whose last day is over and that are not done.</summary>
        public required int Overdue { get; init; }

        /// <summary>Activities of the roadmap that were not called off.</summary>
        public required int Activities { get; init; }
        public required int ActivitiesDone { get; init; }

        /// <summary>What the teacher needs of the tutor next, and so why the list puts the teacher here.</summary>
        public required TuteeNeed Need { get; init; }

        internal int Turn { get; init; }
        internal DateTime Since { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(int Turn, DateTime Since, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListTutees)));
            var rows = await db.List<Item>(Sql, new
            {
                caller.Person, Pattern = Like.Containing(query.Search), Now = time.GetUtcNow().UtcDateTime, after?.Turn, after?.Since,
                after?.Id, Take = size + 1,
            }, ct);
            var page = cursors.Page(rows, size, nameof(ListTutees), row => new After(row.Turn, row.Since, row.Id));
            return page with { Items = [.. page.Items.Select(item => item with { Need = (TuteeNeed)item.Turn })] };
        }
    }

    // A turn is the value of TuteeNeed. The tutor reads the route as soon as the teacher has agreed, and no longer than that lasts.
    const string Sql = $"""
        select * from (
            select a.id, a.status, a.person_name, o.name_short organization_name, b.name_short body_name, a.areas, a.starts_on, met.last_contact_at,
                   met.next_consultation_at, met.to_record, a.answer_by, way.route_id, way.route_status, way.next_term_on, coalesce(way.overdue, 0) overdue,
                   coalesce(way.activities, 0) activities, coalesce(way.done, 0) activities_done,
                   case when a.status = 'Proposed' then 8 when met.to_record > 0 then 0 when way.overdue > 0 then 1 when differs.says then 2
                        when way.route_id is null and met.next_consultation_at is null then 3
                        when met.next_consultation_at is null and coalesce(met.last_contact_at, a.changed_at) < @Now::timestamptz - {Quiet} then 4
                        when way.next_term_on - day.today <= {TermNearDays} then 5 when met.next_consultation_at is null then 6 else 7 end turn,
                   coalesce(met.last_contact_at, a.changed_at) since
              from tutor_assignment a join organization o on o.id = a.organization_id join organization b on b.id = a.body_id
              join organization_zone zone on zone.place_id = a.organization_id
             cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
             cross join lateral (
                select greatest(max(c.starts_at) filter (where c.status = 'Held'),
                                (select max(w.said_at) from tutor_comment w where w.region_code = a.region_code and w.assignment_id = a.id
                                    and w.side in ('Tutor', 'Teacher'))) last_contact_at,
                       min(c.starts_at) filter (where c.status = 'Planned' and c.starts_at > @Now) next_consultation_at,
                       count(*) filter (where c.status = 'Planned' and c.starts_at + make_interval(mins => c.duration_minutes) < @Now)::int to_record
                  from consultation c where c.region_code = a.region_code and c.assignment_id = a.id) met
              left join lateral (
                select r.id route_id, r.status route_status, count(t.id) filter (where t.status <> 'CalledOff')::int activities,
                       count(t.id) filter (where t.status = 'Done')::int done,
                       min(t.ends_on) filter (where t.status in ('Planned', 'InProgress') and t.ends_on >= day.today) next_term_on,
                       count(t.id) filter (where r.status in ('InProgress', 'Reflection') and t.status in ('Planned', 'InProgress')
                                             and t.ends_on < day.today)::int overdue
                  from route r left join route_activity t on t.region_code = r.region_code and t.route_id = r.id and t.dropped_at is null
                 where r.region_code = a.region_code and r.person_id = a.person_id and r.status not in ('Completed', 'Closed')
                 group by r.region_code, r.id) way on true
             cross join lateral (select exists (select from tutoring_mark m where m.region_code = a.region_code and m.assignment_id = a.id and m.side = 'Tutor')
                                    and exists (select from tutoring_said(a.region_code, a.id) s where s.differs) says) differs
             where a.tutor_id = @Person and a.is_open
               and (@Pattern::text is null or a.person_name ilike @Pattern or o.name_short ilike @Pattern)) q
         where @Id::uuid is null or (q.turn, q.since, q.id) > (@Turn, @Since, @Id)
         order by q.turn, q.since, q.id
         limit @Take
        """;

    const string Quiet = "interval '30 days'";

    const string TermNearDays = "14";
}

/// <summary>What a teacher needs of the tutor next: the earlier, the sooner.</summary>
public enum TuteeNeed
{
    /// <summary>A consultation is over, and nobody has said whether it was held.</summary>
    ToRecord,

    /// <summary>The last day of an activity is over, and it is not done.</summary>
    Overdue,

    /// <summary>The tutor and the school say different things.</summary>
    Differs,

    /// <summary>There is no route that runs, and no consultation is planned.</summary>
    NoRoute,

    /// <summary>The two have not been in touch for 30 days, and no consultation is planned.</summary>
    Silent,

    /// <summary>An activity is to end within 14 days.</summary>
    TermNear,

    /// <summary>No consultation is planned.</summary>
    NothingPlanned,

    /// <summary>Nothing at present.</summary>
    Nothing,

    /// <summary>The teacher has not answered the offer.</summary>
    Unanswered,
}
