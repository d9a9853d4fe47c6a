using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The caller's consultations as a tutor in the 7 days from a day on, with all teachers, the earliest first.</summary>
public static class ListConsultations
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/consultations", async (DateOnly from, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(from), ct)))
            .WithDescription("Days are those of the teacher's school. What was called off is in it too. At most 500.")
            .Operation(nameof(ListConsultations), Permission.TutoringRead);

    /// <param name="From">The first of the 7 days.</param>
    public sealed record Query(DateOnly From) : IQuery<IReadOnlyList<Item>>;

    /// <param name="On">The day on which it begins at the school.</param>
    /// <param name="TimeZone">IANA zone of the school.</param>
    /// <param name="ToRecord">It is over: was it held?</param>
    public sealed record Item(
        Guid Id, Guid TutoringId, string PersonName, string OrganizationName, ConsultationStatus Status, DateTime StartsAt, DateOnly On, string TimeZone,
        int DurationMinutes, string Topic, string? Place, string? Link, bool ToRecord);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.From).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            await db.List<Item>(Sql, new { caller.Scope.Person, query.From, Until = query.From.AddDays(7), Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    // Days of zones differ from those of UTC by less than one, so the index is asked for one more on either side.
    const string Sql = """
        select c.id, c.assignment_id tutoring_id, a.person_name, o.name_short organization_name, c.status, c.starts_at, day.on_day "on", z.time_zone,
               c.duration_minutes, c.topic, c.place, c.link,
               c.status = 'Planned' and c.starts_at + make_interval(mins => c.duration_minutes) < @Now to_record
          from consultation c join tutor_assignment a on a.region_code = c.region_code and a.id = c.assignment_id
          join organization o on o.id = c.organization_id join organization_zone z on z.place_id = c.organization_id
         cross join lateral (select (c.starts_at at time zone z.time_zone)::date on_day) day
         where c.tutor_id = @Person and c.is_open and c.starts_at >= @From::date - 1 and c.starts_at < @Until::date + 1
           and day.on_day >= @From and day.on_day < @Until
         order by c.starts_at, c.id
         limit 500
        """;
}
