using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The mentees of a school: with a profile, in a running program, or noted as in need of a mentor.</summary>
public static class ListMentees
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/mentees", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListMentees), Permission.ProfileManage);

    /// <param name="Search">Words of the name.</param>
    /// <param name="Category">Code of the dictionary `mentee-category`.</param>
    /// <param name="Subject">Code of the dictionary `subject`.</param>
    /// <param name="WithProgram">False: only those whom nobody mentors now.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, MenteeStatus? Status, string? Search, string? Category, string? Subject, bool? WithProgram,
        string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <summary>A mentee of the school.</summary>
    public sealed record Item
    {
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }

        /// <summary>Null: has written no profile.</summary>
        public required MenteeStatus? Status { get; init; }
        public required string[] Categories { get; init; } = [];
        public required string[] Subjects { get; init; } = [];

        /// <summary>Codes of the dictionary `competence-area`: where there are open difficulties, in the mentee's own order.</summary>
        public required string[] Areas { get; init; } = [];

        /// <summary>Difficulties that are open.</summary>
        public required int Difficulties { get; init; }

        /// <summary>Why the school noted that a mentor is needed this school year; null where it did not.</summary>
        public required NeedCategory? Need { get; init; }

        /// <summary>Active or paused, of this school.</summary>
        public required int ActivePrograms { get; init; }
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
            var after = cursors.Read<After>(query.Cursor, nameof(ListMentees));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Status = query.Status?.ToString(), Words = SearchText.Words(query.Search), query.Category, query.Subject, query.WithProgram,
                SchoolYear = SchoolYear.Of(await RegionTime.TodayAt(query.Id, db, time, ct)),
                AfterName = after?.Name, AfterId = after?.PersonId, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListMentees), item => new After(item.Name, item.PersonId));
        }
    }

    const string Sql = """
        with learns as (
            select part.person_id, count(*)::int active
              from program_participant part join program on program.id = part.program_id
             where part.organization_id = @Id and part.role = 'Mentee' and part.left_on is null and program.status in ('Active', 'Paused')
             group by part.person_id),
        need as (select person_id, category from mentoring_need where organization_id = @Id and school_year = @SchoolYear),
        profile as (select * from mentee_profile where organization_id = @Id),
        known as (select person_id from learns union select person_id from need union select person_id from profile)
        select k.person_id, named.name, m.status, coalesce(m.categories, '{}') categories, coalesce(m.subjects, '{}') subjects,
               coalesce(hard.areas, '{}') areas, hard.total difficulties, n.category need, coalesce(l.active, 0) active_programs
          from known k
          join person p on p.id = k.person_id
          left join profile m on m.person_id = k.person_id
          left join learns l on l.person_id = k.person_id
          left join need n on n.person_id = k.person_id
          cross join lateral (select person_name(p) name) named
          cross join lateral (
              select count(*)::int total, array_agg(area_code order by position) areas
                from mentee_difficulty d where d.organization_id = @Id and d.person_id = k.person_id and d.closed_on is null) hard
         where (@Status::text is null or m.status = @Status)
           and (@Category::text is null or @Category = any(m.categories))
           and (@Subject::text is null or @Subject = any(m.subjects))
           and (@WithProgram::boolean is null or (l.active is not null) = @WithProgram)
           and not exists (select from unnest(@Words::text[]) word where translate(lower(named.name), 'ё', 'е') not like '%' || word || '%')
           and (@AfterId::uuid is null or (named.name, k.person_id) > (@AfterName, @AfterId))
         order by named.name, k.person_id
         limit @Take
        """;
}
