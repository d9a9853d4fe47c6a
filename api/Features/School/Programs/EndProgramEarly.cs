using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// The school gives notice of ending a program early. The program goes on until <c>noticeUntil</c>, the third working day after today, and ends
/// then by itself.
/// </summary>
public static class EndProgramEarly
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/end-early", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Reason), ct)))
            .Operation(nameof(EndProgramEarly), Permission.ProgramManage);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            if (program.NoticeUntil is not null) throw new RuleViolation("program.notice-given");
            var today = program.Today(time);
            var calendar = await ProductionCalendar.Around(today, program.RegionCode, db, ct);
            var next = await program.GiveNotice(Notice.Until(today, calendar), command.Reason, db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new NoticeGiven(next.NoticeUntil), program.Id);
            return Notice.Told(next, today, calendar);
        }
    }
}
