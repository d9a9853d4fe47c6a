using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>
/// What trainings do when somebody leaves (<see cref="Leaving"/>): the place at what is still ahead is free. Who is
/// invited is the psychologist's alone, so the database takes the place away and names the training, not its people.
/// </summary>
sealed class TrainingDepartures(Db db, Outbox outbox, Caller caller, TimeProvider time) : IFollowLeaving
{
    public async Task Follow(Left left, CancellationToken ct)
    {
        foreach (var training in await db.List<Guid>(Uninvite, left, ct)) await outbox.Add(Uninvited(left, training), ct);
    }

    // Not by the audit trail: beside the departure it would tell the school who was invited, which is the psychologist's alone.
    Happened Uninvited(Left left, Guid training) => Happened.Of(
        new TrainingPlaceLeft(), Guid.CreateVersion7(time.GetUtcNow()), nameof(FollowDepartures), left.Organization, left.Region, training, null, caller.Id,
        left.Now, [left.Person]);

    const string Uninvite = "select training_id from leave_trainings(@Person, @Organization, @Now) where @All";
}
