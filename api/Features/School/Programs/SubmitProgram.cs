using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Freezes the terms of a draft and asks every participant for consent.</summary>
public static class SubmitProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/submit", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version), ct)))
            .Operation(nameof(SubmitProgram), Permission.ProgramWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<ProgramState>;

    sealed record Plan(
        string Content, DateOnly StartsOn, DateOnly EndsOn, string FormCode, long? PayKopecks, string KindCode, string PurposeCode,
        bool HasGoals, bool HasRoadmap, bool HasBothSides)
    {
        /// <summary>What a draft may leave unsaid and a consent may not, in the language of the caller.</summary>
        public string Lacks => string.Join(", ", new[]
            {
                (Text: PurposeCode, Name: "program.field-purpose"), (Text: FormCode, Name: "program.field-form"), (Text: KindCode, Name: "program.field-kind"),
                (Text: Content.Trim(), Name: "program.field-content"),
            }
            .Where(part => part.Text.Length == 0).Select(part => ProblemTexts.Of(part.Name, [])));

        public ProgramTerms Terms => new(Content, StartsOn, EndsOn, FormCode, PayKopecks);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var plan = await db.One<Plan>(Read, command, ct);
            var next = await program.Take(ProgramStep.Submit, db, time, ct);
            if (plan.Lacks is { Length: > 0 } lacks) throw new RuleViolation("program.draft-incomplete", ("fields", lacks));
            if (!plan.HasGoals || !plan.HasRoadmap) throw new RuleViolation("program.roadmap-empty");
            if (!plan.HasBothSides) throw new RuleViolation("program.side-missing");
            if (plan.EndsOn < program.Today(time)) throw new RuleViolation("program.term-over");

            var terms = plan.Terms;
            await db.Execute(Ask, new { command.Id, Terms = terms.Canonical, terms.Hash, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramSubmitted(program.TermsVersion + 1, terms.Hash), program.Id);
            return next.State;
        }
    }

    const string Read = """
        select content, starts_on, ends_on, form_code, pay_kopecks, kind_code, purpose_code,
               exists (select from program_goal where program_id = p.id) has_goals,
               exists (select from roadmap_activity where program_id = p.id) has_roadmap,
               (select count(distinct role) = 2 from program_participant where program_id = p.id and left_on is null) has_both_sides
          from program p where id = @Id
        """;

    const string Ask = """
        update program set terms_version = terms_version + 1, submitted_at = @Now where id = @Id;
        insert into consent (id, program_id, organization_id, region_code, person_id, status, terms_version, terms_hash, terms, requested_at)
        select gen_random_uuid(), p.id, p.organization_id, p.region_code, part.person_id, 'Requested', p.terms_version, @Hash, @Terms::jsonb, @Now
          from program p join program_participant part on part.program_id = p.id and part.left_on is null
         where p.id = @Id
        """;
}
