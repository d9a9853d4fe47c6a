using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Saves how a school organises mentoring: structure, forms in use, incentives, coordination and monitoring.</summary>
public static class SaveSetup
{
    public static void Map(RouteGroupBuilder setup) =>
        setup.MapPut("/", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Command(organizationId, body), ct)))
            .Operation(nameof(SaveSetup), Permission.SetupWrite);

    /// <param name="Version">As it was read; 0 for the first time.</param>
    /// <param name="StructureReason">Why another structure than the advised one.</param>
    /// <param name="Forms">Codes of the dictionary `mentoring-form`; empty: all.</param>
    /// <param name="CoordinatorId">Who answers for monitoring: somebody of the staff. With `reviewEveryMonths` and `nextReviewOn`, or without both.</param>
    /// <param name="ReviewEveryMonths">1, 3, 6 or 12.</param>
    /// <param name="Indicators">Codes of the indicators that a review looks at.</param>
    public sealed record Body(
        int Version, MentoringStructure? Structure, string? StructureReason, IReadOnlyList<string> Forms, IReadOnlyList<SetupIncentive> Incentives,
        Guid? CoordinatorId, int? ReviewEveryMonths, DateOnly? NextReviewOn, IReadOnlyList<string> Indicators);

    public sealed record Command(Guid OrganizationId, Body Body) : ICommand<Result>;

    public sealed record Result(int Version);

    sealed record Saved(int Version, string RegionCode);

    public sealed class Validator : AbstractValidator<Command>
    {
        static readonly int[] Periods = [1, 3, 6, 12];

        public Validator()
        {
            RuleFor(c => c.Body.StructureReason).MaximumLength(1000).OverridePropertyName("structureReason");
            RuleFor(c => c.Body.Forms.Count).LessThanOrEqualTo(50).OverridePropertyName("forms");
            RuleFor(c => c.Body.Indicators.Count).LessThanOrEqualTo(100).OverridePropertyName("indicators");
            RuleFor(c => c.Body.ReviewEveryMonths).Must(months => months is null || Periods.Contains(months.Value)).OverridePropertyName("reviewEveryMonths");
            RuleFor(c => c.Body.CoordinatorId).NotNull().When(c => c.Body.ReviewEveryMonths is not null || c.Body.NextReviewOn is not null)
                .OverridePropertyName("coordinatorId");
            RuleFor(c => c.Body.ReviewEveryMonths).NotNull().When(c => c.Body.CoordinatorId is not null).OverridePropertyName("reviewEveryMonths");
            RuleFor(c => c.Body.NextReviewOn).NotNull().When(c => c.Body.CoordinatorId is not null).OverridePropertyName("nextReviewOn");
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var body = command.Body;
            await CheckCodes(command, ct);
            var args = new
            {
                command.OrganizationId, body.Version, Structure = body.Structure?.ToString(), body.StructureReason, Forms = body.Forms.Distinct().ToArray(),
                Incentives = body.Incentives.Distinct().Select(i => i.ToString()).ToArray(), body.CoordinatorId, body.ReviewEveryMonths, body.NextReviewOn,
                Indicators = body.Indicators.Distinct().ToArray(), By = caller.Id, Now = time.GetUtcNow().UtcDateTime,
            };
            var saved = await db.Maybe<Saved>(body.Version == 0 ? Insert : Update, args, ct)
                ?? throw new Stale(await db.Maybe<Saved>("select version, region_code from mentoring_setup where organization_id = @OrganizationId", args,
                    ct) is { } now ? now.Version : 0);
            audit.About(command.OrganizationId, saved.RegionCode, command.OrganizationId, new SetupSaved(body.Structure, body.ReviewEveryMonths));
            return new(saved.Version);
        }

        async Task CheckCodes(Command command, CancellationToken ct)
        {
            var body = command.Body;
            var unknown = await db.List<string>("""
                select 'forms' from unnest(@Forms) code where not exists (select from dictionary_entry d where d.dictionary = 'mentoring-form'
                       and d.code = code.code and d.valid_to is null)
                union all
                select 'indicators' from unnest(@Indicators) code where not exists (select from indicator i where i.code = code.code and i.valid_to is null)
                """, new { Forms = body.Forms.ToArray(), Indicators = body.Indicators.ToArray() }, ct);
            if (unknown.Count > 0) throw new BadInput("setup.code-unknown") { Pointer = $"/{unknown[0]}" };
            if (body.CoordinatorId is not { } person) return;
            var today = await RegionTime.TodayAt(command.OrganizationId, db, time, ct);
            if (await db.Maybe<string>(PeopleSql.WorksHere, new { command.OrganizationId, PersonId = person, Today = today }, ct) is null)
                throw new BadInput("setup.person-unknown") { Pointer = "/coordinatorId" };
        }
    }

    const string Insert = """
        insert into mentoring_setup (organization_id, region_code, structure, structure_reason, forms, incentives, coordinator_id, review_every_months,
            next_review_on, indicators, updated_by, updated_at)
        select id, region_code, @Structure, @StructureReason, @Forms, @Incentives, @CoordinatorId, @ReviewEveryMonths, @NextReviewOn, @Indicators, @By, @Now
          from organization where id = @OrganizationId
        on conflict do nothing
        returning version, region_code
        """;

    const string Update = """
        update mentoring_setup
           set structure = @Structure, structure_reason = @StructureReason, forms = @Forms, incentives = @Incentives, coordinator_id = @CoordinatorId,
               review_every_months = @ReviewEveryMonths, next_review_on = @NextReviewOn, indicators = @Indicators, updated_by = @By, updated_at = @Now,
                   version = version + 1
         where organization_id = @OrganizationId and version = @Version
        returning version, region_code
        """;
}
