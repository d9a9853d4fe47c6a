namespace Mentoring.Api.Features.Psychology;

/// <summary>
/// What trainings do when somebody leaves (<see cref="People.Leaving"/>): the place at what is still ahead is free. Who is
/// invited is the psychologist's alone, so the database takes the place away and names the training, not its people.
/// </summary>
static class TrainingDepartures
{
    public const string Uninvite = "select training_id from leave_trainings(@Person, @Organization, @Now) where @All";
}
