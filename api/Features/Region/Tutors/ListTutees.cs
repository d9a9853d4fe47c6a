using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The teachers whom the caller accompanies as a tutor, those first who have been without a consultation for longest.</summary>
public static class ListTutees
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/tutees", async Task<Results<Ok<Page<Item>>, StatusCodeHttpResult>> (string? search, string? cursor, int? size, HttpContext http,
                IMediator mediator, CancellationToken ct) => ETags.Conditional(http, await mediator.Send(new Query(search, cursor, size), ct)))
            .WithDescription("Whoever has a consultation ahead comes after those who have none; whoever has not answered an offer yet comes last.")
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

        /// <summary>Where the list puts it.</summary>
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
            return cursors.Page(rows, size, nameof(ListTutees), row => new After(row.Turn, row.Since, row.Id));
        }
    }

    const string Sql = """
        select * from (
            select a.id, a.status, a.person_name, o.name_short organization_name, b.name_short body_name, a.areas, a.starts_on, met.last_contact_at,
                   met.next_consultation_at, met.to_record, a.answer_by,
                   case when a.status = 'Proposed' then 2 when met.next_consultation_at is not null and met.to_record = 0 then 1 else 0 end turn,
                   coalesce(met.last_contact_at, a.changed_at) since
              from tutor_assignment a join organization o on o.id = a.organization_id join organization b on b.id = a.body_id
             cross join lateral (
                select greatest(max(c.starts_at) filter (where c.status = 'Held'),
                                (select max(w.said_at) from tutor_comment w where w.region_code = a.region_code and w.assignment_id = a.id
                                    and w.side in ('Tutor', 'Teacher'))) last_contact_at,
                       min(c.starts_at) filter (where c.status = 'Planned' and c.starts_at > @Now) next_consultation_at,
                       count(*) filter (where c.status = 'Planned' and c.starts_at + make_interval(mins => c.duration_minutes) < @Now)::int to_record
                  from consultation c where c.region_code = a.region_code and c.assignment_id = a.id) met
             where a.tutor_id = @Person and a.is_open
               and (@Pattern::text is null or a.person_name ilike @Pattern or o.name_short ilike @Pattern)) q
         where @Id::uuid is null or (q.turn, q.since, q.id) > (@Turn, @Since, @Id)
         order by q.turn, q.since, q.id
         limit @Take
        """;
}
