using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>The evaluations of a school year, and what the council's marks say by criteria over all of them.</summary>
public static class ListCouncilEvaluations
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/evaluations", async (Guid organizationId, int? schoolYear, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, schoolYear), ct)))
            .Operation(nameof(ListCouncilEvaluations), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear) : IQuery<Result>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(2000, 2100);
    }

    /// <param name="SchoolYear">The calendar year in which it begins; the present one when none was asked for.</param>
    /// <param name="Criteria">Over all evaluations of the year that were not called off.</param>
    public sealed record Result(int SchoolYear, IReadOnlyList<Item> Evaluations, IReadOnlyList<EvaluationMean> Criteria);

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required Guid ProgramId { get; init; }
        public required string ProgramTitle { get; init; }
        public required string[] Mentors { get; init; }
        public required string[] Mentees { get; init; }
        public required EvaluationStatus Status { get; init; }
        public required DateOnly DueOn { get; init; }

        /// <summary>How many have marked it.</summary>
        public required int Members { get; init; }

        /// <summary>Of all marks, 0 to 3; null before the first.</summary>
        public required double? Mean { get; init; }

        /// <summary>The caller takes part in the program and does not mark it.</summary>
        public required bool TakesPart { get; init; }

        /// <summary>The caller has marked it.</summary>
        public required bool Marked { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var year = query.SchoolYear ?? SchoolYear.Of(place.Today(time));
            return await db.Many(Sql, new { query.OrganizationId, Year = year, caller.Scope.Person }, async rows =>
                new Result(year, [.. await rows.ReadAsync<Item>()], [.. await rows.ReadAsync<EvaluationMean>()]), ct);
        }
    }

    const string Sql = """
        select e.id, e.program_id, g.title program_title,
               array(select p.person_name from program_participant p where p.program_id = e.program_id and p.role = 'Mentor' order by 1) mentors,
               array(select p.person_name from program_participant p where p.program_id = e.program_id and p.role = 'Mentee' order by 1) mentees,
               e.status, e.due_on, (select count(distinct m.person_id)::int from council_evaluation_mark m where m.evaluation_id = e.id) members,
               (select avg(m.mark)::float8 from council_evaluation_mark m where m.evaluation_id = e.id) mean,
               exists (select from program_participant p where p.program_id = e.program_id and p.person_id = @Person) takes_part,
               exists (select from council_evaluation_mark m where m.evaluation_id = e.id and m.person_id = @Person) marked
          from council_evaluation e join program g on g.id = e.program_id
         where e.organization_id = @OrganizationId and e.school_year = @Year
         order by e.status <> 'Open', e.due_on, e.id;

        select m.criterion_code criterion, avg(m.mark)::float8 mean, count(*)::int marks
          from council_evaluation_mark m join council_evaluation e on e.id = m.evaluation_id
         where e.organization_id = @OrganizationId and e.school_year = @Year and e.status <> 'Cancelled'
         group by m.criterion_code order by 2, 1;
        """;
}
