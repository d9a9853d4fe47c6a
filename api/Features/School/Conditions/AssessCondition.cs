using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Assesses a condition for the current school year, with evidence and a step of improvement.</summary>
public static class AssessCondition
{
    public static void Map(RouteGroupBuilder conditions) =>
        conditions.MapPut("/{conditionCode}", async (Guid organizationId, string conditionCode, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, conditionCode, body.Version, body.Level, body.Evidence, body.Improvement,
                    body.ResponsibleId, body.DueOn, body.Programs), ct)))
            .Operation(nameof(AssessCondition), Permission.ConditionsWrite);

    /// <param name="Version">Of the assessment that the caller saw; 0 where there was none.</param>
    /// <param name="Evidence">What shows it; at most 2,000 characters.</param>
    /// <param name="Improvement">What will be done; wanted unless the condition is met; at most 2,000 characters.</param>
    /// <param name="ResponsibleId">Who of the staff does it.</param>
    /// <param name="DueOn">Until when.</param>
    /// <param name="Programs">Programs that use this condition as a resource.</param>
    public sealed record Body(
        int Version, ConditionLevel Level, string Evidence, string? Improvement, Guid? ResponsibleId, DateOnly? DueOn, IReadOnlyList<Guid> Programs);

    public sealed record Command(
        Guid OrganizationId, string Code, int Version, ConditionLevel Level, string Evidence, string? Improvement, Guid? ResponsibleId, DateOnly? DueOn,
        IReadOnlyList<Guid> Programs) : ICommand<Result>;

    public sealed record Result(int SchoolYear, ConditionLevel Level, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Evidence).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Improvement).MaximumLength(2000);
            RuleFor(c => c.Improvement).NotEmpty().When(c => c.Level != ConditionLevel.Met || c.DueOn is not null || c.ResponsibleId is not null);
            RuleFor(c => c.DueOn).NotNull().When(c => c.Level != ConditionLevel.Met);
            RuleFor(c => c.Programs).Must(programs => programs.Count <= 100 && programs.Distinct().Count() == programs.Count);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            await db.One<int>("select 1 from dictionary_entry where dictionary = 'school-condition' and code = @Code and valid_to is null", command, ct);
            if (command.ResponsibleId is { } person)
                await db.One<string>(PeopleSql.WorksHere, new { command.OrganizationId, PersonId = person, Today = today }, ct);

            var args = new
            {
                command.OrganizationId, place.RegionCode, Year = SchoolYear.Of(today), command.Code, Level = command.Level.ToString(), command.Evidence,
                command.Improvement, command.ResponsibleId, command.DueOn, today, command.Version, Programs = command.Programs.ToArray(),
            };
            if (await db.List<int>(Save, args, ct) is not [var version]
                || version != command.Version + 1) throw new Stale(await db.One<int>(Current, args, ct));
            await db.Execute("""
                delete from program_resource where organization_id = @OrganizationId and condition_code = @Code and program_id <> all(@Programs)
                """, args, ct);
            await db.Execute(Mark, args, ct);
            audit.About(place.OrganizationId, place.RegionCode, place.OrganizationId, new ConditionAssessed(command.Code, command.Level, args.Year));
            return new(args.Year, command.Level, version);
        }
    }

    const string Current = """
        select version from condition_assessment where organization_id = @OrganizationId and school_year = @Year and condition_code = @Code
        """;

    const string Save = """
        insert into condition_assessment (organization_id, region_code, school_year, condition_code, level, evidence, improvement, responsible_id, due_on,
            assessed_on)
        values (@OrganizationId, @RegionCode, @Year, @Code, @Level, @Evidence, @Improvement, @ResponsibleId, @DueOn, @today)
        on conflict (organization_id, school_year, condition_code, region_code) do update
           set level = excluded.level, evidence = excluded.evidence, improvement = excluded.improvement, responsible_id = excluded.responsible_id,
               due_on = excluded.due_on, assessed_on = excluded.assessed_on, version = condition_assessment.version + 1
         where condition_assessment.version = @Version
        returning version
        """;

    const string Mark = """
        insert into program_resource (organization_id, region_code, condition_code, program_id)
        select organization_id, region_code, @Code, id from program where organization_id = @OrganizationId and id = any(@Programs)
        on conflict do nothing
        """;
}
