using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// Offers a teacher another tutor in place of the present one, in one act. The former stays until the teacher says yes; then the other
/// takes over, and the history tells of both.
/// </summary>
public static class HandOverTutoring
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutoring/{tutoringId:guid}/hand-over",
            async (Guid organizationId, Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, tutoringId, body.Version, body.TutorId, body.Reason), ct)))
            .Operation(nameof(HandOverTutoring), Permission.TutorManage);

    /// <param name="TutorId">The other tutor as a person; of the same body.</param>
    /// <param name="Reason">For the teacher and both tutors to read; at most 1000 characters.</param>
    public sealed record Body(int Version, Guid TutorId, string Reason);

    public sealed record Command(Guid OrganizationId, Guid TutoringId, int Version, Guid TutorId, string Reason) : ICommand<TutoringState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutoringState>
    {
        public async Task<TutoringState> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringRow.Lock(db, caller, command.OrganizationId, command.TutoringId, command.Version, ct);
            TutoringLife.Steps.Next(row.Status, TutoringStep.HandOver);
            if (row.TutorId == command.TutorId) throw new BadInput("tutoring.same-tutor") { Pointer = "/tutorId" };
            if (row.PersonId == command.TutorId) throw new BadInput("tutoring.oneself") { Pointer = "/tutorId" };
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var (today, now) = (place.Today(time), time.GetUtcNow());
            if (await db.One<bool>(TakesNobody, new { Body = command.OrganizationId, command.TutorId, Today = today }, ct))
                throw new BadInput("tutoring.tutor-takes-nobody") { Pointer = "/tutorId" };
            var id = Guid.CreateVersion7(now);
            var made = await db.Execute(Offer, new
            {
                Id = id, row.RegionCode, Former = row.Id, command.TutorId, Today = today, AnswerBy = today.AddDays(TutoringLife.DaysToAnswer),
                Reason = command.Reason.Trim(), Now = now.UtcDateTime, By = caller.Name,
            }, ct);
            if (made == 0) throw new BadInput("tutoring.tutor-unknown") { Pointer = "/tutorId" };
            audit.About(row.OrganizationId, row.RegionCode, id, new TutoringHandedOver(row.Id));
            return new(id, TutoringStatus.Proposed, 1);
        }
    }

    const string TakesNobody = """
        select exists (select from tutor where body_id = @Body and person_id = @TutorId and period @> @Today::date and not accepts_new)
        """;

    const string Offer = """
        insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, areas, note,
            proposed_at, answer_by, follows_id, changed_at, changed_by, reason, created_at)
        select a.region_code, @Id, a.organization_id, a.body_id, a.person_id, a.person_name, t.person_id, t.person_name, 'Proposed', a.areas, a.note,
               @Now, @AnswerBy, a.id, @Now, @By, @Reason, @Now
          from tutor_assignment a join tutor t on t.body_id = a.body_id and t.person_id = @TutorId and t.period @> @Today::date
         where a.region_code = @RegionCode and a.id = @Former
        """;
}
