using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The mentors of a school: at work there with a profile, or in a running program without one.</summary>
public static class ListMentors
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/mentors", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListMentors), Permission.StaffRead);

    /// <param name="Search">Words of the name.</param>
    /// <param name="Topic">Code of the dictionary `mentor-topic`.</param>
    /// <param name="Subject">Code of the dictionary `subject`.</param>
    /// <param name="Free">True: only those with a free place.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, MentorStatus? Status, string? Search, string? Topic, string? Subject, bool? Free, string? Cursor,
        int? Size) : IQuery<Page<Item>>;

    /// <summary>A mentor of the school.</summary>
    public sealed record Item
    {
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }

        /// <summary>Null: leads a program, but has written no profile.</summary>
        public required MentorStatus? Status { get; init; }
        public required int CapacityPrograms { get; init; }

        /// <summary>A month.</summary>
        public required int CapacityHours { get; init; }

        /// <summary>Places taken from today on: programs in force, as many as run beside one another on any one day.</summary>
        public required int ActivePrograms { get; init; }
        public required bool Remote { get; init; }
        public required DateOnly? AvailableUntil { get; init; }
        public required string[] Topics { get; init; } = [];
        public required string[] Subjects { get; init; } = [];
        public required int ResultsConfirmed { get; init; }

        /// <summary>Results that wait for the school's word.</summary>
        public required int ResultsStated { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
            RuleFor(q => q.Search).MaximumLength(200);
        }
    }

    public sealed record After(string Name, Guid PersonId);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.Id);
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListMentors));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Status = query.Status?.ToString(), Words = SearchText.Words(query.Search), query.Topic, query.Subject, query.Free,
                AfterName = after?.Name, AfterId = after?.PersonId, Take = size + 1, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            return cursors.Page(rows, size, nameof(ListMentors), item => new After(item.Name, item.PersonId));
        }
    }

    const string Sql = """
        with leads as (
            select distinct on (part.person_id) part.person_id, part.employer_id
              from program_participant part join program on program.id = part.program_id
             where part.organization_id = @Id and part.role = 'Mentor' and part.left_on is null and program.status in ('Active', 'Paused')
             order by part.person_id, part.employer_id <> @Id),
        mentor as (
            select coalesce(m.person_id, l.person_id) person_id, m.status, coalesce(m.capacity_programs, 0) capacity_programs,
                   coalesce(m.capacity_hours, 0) capacity_hours, coalesce(m.remote, false) remote, m.available_until,
                   mentor_programs_at_most(coalesce(m.person_id, l.person_id), coalesce(m.organization_id, l.employer_id),
                       daterange(local_day(@Now, @Id), null))::int active_programs,
                   coalesce(m.topics, '{}') topics, coalesce(m.subjects, '{}') subjects
              from (select * from mentor_profile offered where organization_id = @Id and exists (
                        select from employment e where e.organization_id = @Id and e.person_id = offered.person_id
                           and (e.ended_on is null or e.ended_on > local_day(@Now, @Id)))) m
              full join leads l on l.person_id = m.person_id)
        select m.*, named.name, results.confirmed results_confirmed, results.stated results_stated
          from mentor m
          join person p on p.id = m.person_id
          cross join lateral (select person_name(p) name) named
          cross join lateral (
              select count(*) filter (where r.status = 'Confirmed')::int confirmed, count(*) filter (where r.status = 'Stated')::int stated
                from mentor_result r where r.organization_id = @Id and r.person_id = m.person_id) results
         where (@Status::text is null or m.status = @Status)
           and (@Topic::text is null or @Topic = any(m.topics))
           and (@Subject::text is null or @Subject = any(m.subjects))
           and (@Free::boolean is null or (m.capacity_programs > m.active_programs) = @Free)
           and not exists (select from unnest(@Words::text[]) word where translate(lower(named.name), 'ё', 'е') not like '%' || word || '%')
           and (@AfterId::uuid is null or (named.name, m.person_id) > (@AfterName, @AfterId))
         order by named.name, m.person_id
         limit @Take
        """;
}
