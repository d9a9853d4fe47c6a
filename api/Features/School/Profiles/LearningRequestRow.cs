using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A learning request as a command holds it: locked.</summary>
public sealed record LearningRequestRow(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId, LearningRequestStatus Status, int Version,
    string TimeZone) : IVersioned
{
    public static Task<LearningRequestRow> Lock(Db db, Guid id, int version, CancellationToken ct) =>
        db.Lock<LearningRequestRow>(LockSql, new { id }, version, ct);

    /// <summary>What the mentee writes is the mentee's: the school answers, and changes nothing.</summary>
    public LearningRequestRow MustBeOf(Caller caller) => caller.Scope.Person == PersonId ? this : throw new RuleViolation("learning-request.authors-word");

    public async Task<LearningRequestState> Take(LearningRequestStep step, Db db, Audit audit, TimeProvider time, CancellationToken ct)
    {
        var next = LearningRequestLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne("""
            update learning_request
               set status = @Status, submitted_on = case when @Status = 'Submitted' then @Today else submitted_on end,
                   fulfilled_on = case when @Status = 'Fulfilled' then @Today else fulfilled_on end, version = version + 1, updated_at = now()
             where id = @Id
            """, new { Id, Status = next.ToString(), Today = RegionTime.Today(TimeZone, time) }, ct);
        audit.About(OrganizationId, RegionCode, PersonId, new LearningRequestMoved(Id, next));
        return new(Id, next, Version + 1);
    }

    const string LockSql = """
        select r.id, r.organization_id, r.region_code, r.person_id, r.status, r.version, t.time_zone
          from learning_request r join organization_zone t on t.place_id = r.organization_id where r.id = @id for update of r
        """;
}

/// <summary>What a mentee asks to learn.</summary>
/// <param name="Needs">What the mentee wants to learn; at most 4000 characters.</param>
/// <param name="Difficulties">What is hard now; at most 4000 characters.</param>
/// <param name="SelfImage">The professional that the mentee wants to become; at most 4000 characters.</param>
/// <param name="ToMentoring">Addressed to mentoring in the school.</param>
/// <param name="ToDevelopment">Addressed to the system of professional development.</param>
public sealed record LearningRequestText(string Needs, string Difficulties, string SelfImage, bool ToMentoring, bool ToDevelopment)
{
    public sealed class Validator : AbstractValidator<LearningRequestText>
    {
        public Validator()
        {
            RuleFor(t => t.Needs).NotEmpty().MaximumLength(4000);
            RuleFor(t => t.Difficulties).MaximumLength(4000);
            RuleFor(t => t.SelfImage).MaximumLength(4000);
            RuleFor(t => t.ToMentoring).Equal(true).When(t => !t.ToDevelopment);
        }
    }
}
