using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>What a training is: for planning and for changing the plan.</summary>
/// <param name="Title">At most 300 characters.</param>
/// <param name="About">At most 2,000 characters; seen by those invited.</param>
/// <param name="DurationMinutes">15 to 600.</param>
/// <param name="Place">A room or a link; at most 300 characters.</param>
/// <param name="People">Who is invited: 1 to 200 people of the school.</param>
public sealed record TrainingPlan(
    string Title, TrainingTopic Topic, string? About, DateTimeOffset StartsAt, int DurationMinutes, string Place, IReadOnlyList<Guid> People)
{
    public sealed class Validator : AbstractValidator<TrainingPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Title).IsText(300);
            RuleFor(p => p.About).MaximumLength(2000);
            RuleFor(p => p.DurationMinutes).InclusiveBetween(15, 600);
            RuleFor(p => p.Place).IsText(300);
            RuleFor(p => p.People).Must(people => people.Count is >= 1 and <= 200 && people.Distinct().Count() == people.Count);
        }
    }
}

/// <summary>How a training stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record TrainingState(Guid Id, TrainingStatus Status, int Version);

/// <summary>A training as a command holds it: locked.</summary>
sealed record TrainingRow(Guid Id, Guid OrganizationId, string RegionCode, TrainingStatus Status, DateTime StartsAt, int Version) : IVersioned
{
    public static readonly Lifecycle<TrainingStatus, TrainingStatus> Moves = Lifecycle.Of("training.not-planned",
        (TrainingStatus.Planned, TrainingStatus.Planned), (TrainingStatus.Planned, TrainingStatus.Held), (TrainingStatus.Planned, TrainingStatus.Cancelled));

    public static Task<TrainingRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct) => db.Lock<TrainingRow>("""
        select id, organization_id, region_code, status, starts_at, version from training where id = @id and organization_id = @organization for update
        """, new { id, organization }, version, ct);

    /// <returns>How it stands after the change that is about to be made.</returns>
    public TrainingState Become(TrainingStatus status) => new(Id, Moves.Next(Status, status), Version + 1);

    /// <summary>Invites those of the school whom the plan names, and nobody else any more.</summary>
    public static async Task Invite(Guid id, IReadOnlyList<Guid> people, Place place, DateOnly today, Db db, CancellationToken ct)
    {
        var args = new { id, People = people.ToArray(), place.OrganizationId, place.RegionCode, today };
        var staff = await db.One<int>("""
            select count(distinct person_id)::int from employment
             where organization_id = @OrganizationId and person_id = any(@People) and started_on <= @today and (ended_on is null or ended_on > @today)
            """, args, ct);
        if (staff != people.Count) throw new BadInput("training.person-unknown") { Pointer = "/people" };
        await db.Execute("delete from training_place where training_id = @id and person_id <> all(@People)", args, ct);
        await db.Execute("""
            insert into training_place (training_id, organization_id, region_code, person_id)
            select @id, @OrganizationId, @RegionCode, person_id from unnest(@People::uuid[]) person_id
            on conflict do nothing
            """, args, ct);
    }
}
