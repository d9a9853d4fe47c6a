using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>An author, or whoever runs the bank, takes a practice back and says why.</summary>
public static class WithdrawPractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/withdraw", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawPractice), Permission.PracticeShare);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<PracticeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, null, ct);
            if (!PracticeReaders.Sees(caller, practice.OrganizationId, practice.Status, practice.Authors)) throw new NotFound();
            if (!practice.Authors && !caller.May(Permission.PracticeManage,
                practice.OrganizationId)) throw new Forbidden("practice.not-yours");
            practice.MustBeAt(command.Version);
            await db.ExecuteOne("update practice set end_reason = @Reason where id = @Id", new { command.Id, command.Reason }, ct);
            return await practice.Take(PracticeStep.Withdraw, db, audit, time, ct);
        }
    }
}
