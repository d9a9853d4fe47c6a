using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Setup;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Drafts a personalised program for a pair or a group.</summary>
public static class CreateProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/programs/{created.Id}", created);
            })
            .Operation(nameof(CreateProgram), Permission.ProgramWrite);

    public sealed record Command : ProgramPlan, ICommand<Result>
    {
        public required Guid OrganizationId { get; init; }
    }

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ProgramPlan.Validator());
    }

    public sealed class Handler(Db db, PlanVersionStore versions, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            command.Check();
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.OrganizationId, command.Title, command.FormCode, command.KindCode, command.PurposeCode, command.StartsOn,
                command.EndsOn, command.Content, command.PayKopecks, By = caller.Id, Now = now.UtcDateTime,
            }, ct);
            var program = await ProgramRow.Lock(db, id, null, null, ct);
            await ProgramPlanStore.CheckCodes(command, program.Today(time), db, ct);
            await FormsInUse.Check(command.FormCode, command.OrganizationId, null, db, ct);
            await ProgramPlanStore.Write(command, program, program.Today(time), true, time, db, ct);
            await versions.Keep(program, null, ct);
            audit.About(program.OrganizationId, program.RegionCode, id, new ProgramCreated(command.Participants.Count, command.Activities.Count), id);
            return new(id, program.Version);
        }
    }

    const string Insert = """
        insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, starts_on, ends_on, content, pay_kopecks,
                             created_by, created_at, updated_at)
        select @Id, id, region_code, @Title, @FormCode, @KindCode, @PurposeCode, @StartsOn, @EndsOn, @Content, @PayKopecks, @By, @Now, @Now
          from organization where id = @OrganizationId
        """;
}
