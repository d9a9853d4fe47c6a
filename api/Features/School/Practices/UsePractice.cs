using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>A pair takes a published practice into its program, as a resource or as an idea for the roadmap; each such use counts.</summary>
public static class UsePractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/uses", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var uses = await mediator.Send(new Command(practiceId, body.ProgramId, body.Kind, body.Note), ct);
                return TypedResults.Created($"/api/v1/programs/{body.ProgramId}/practices", uses);
            })
            .Operation(nameof(UsePractice), Permission.PracticeShare);

    /// <param name="ProgramId">A program of the same school that the caller plans and that is not over.</param>
    /// <param name="Note">For what it is used; at most 1,000 characters.</param>
    public sealed record Body(Guid ProgramId, PracticeUseKind Kind, string Note);

    public sealed record Command(Guid Id, Guid ProgramId, PracticeUseKind Kind, string Note) : ICommand<Result>;

    /// <param name="Uses">In how many programs it is used now.</param>
    public sealed record Result(int Uses);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, null, ct);
            if (!PracticeReaders.Sees(caller, practice.OrganizationId, practice.Status, practice.Authors)) throw new NotFound();
            if (practice.Status != PracticeStatus.Published) throw new RuleViolation("practice.not-published");
            if (!caller.Grants.PermissionsFor(practice.OrganizationId, command.ProgramId)
                .Contains(Permission.ProgramPlan)) throw new BadInput("practice.program-not-yours") { Pointer = "/programId" };
            var used = await db.Execute(Insert, new
            {
                command.Id, command.ProgramId, Kind = command.Kind.ToString(), command.Note, ByName = caller.Name,
                Now = time.GetUtcNow().UtcDateTime
            }, ct);
            if (used != 1) throw new BadInput("practice.program-not-yours") { Pointer = "/programId" };
            audit.About(practice.OrganizationId, practice.RegionCode, practice.Id, new PracticeUsed(command.Kind), command.ProgramId);
            return new(await db.One<int>("select count(*)::int from practice_use where practice_id = @Id", command, ct));
        }
    }

    const string Insert = """
        insert into practice_use (practice_id, program_id, organization_id, region_code, practice_title, kind, note, used_by_name, used_at)
        select p.id, g.id, p.organization_id, p.region_code, p.title, @Kind, @Note, @ByName, @Now
          from practice p join program g on g.organization_id = p.organization_id
         where p.id = @Id and g.id = @ProgramId and g.status not in ('Completed', 'EndedEarly', 'Cancelled')
        """;
}
