using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

sealed class ProgramsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["program_participant_once"] = "program.person-twice",
        ["program_participant_person_id_fkey"] = "program.person-unknown",
        ["program_pair_runs_once"] = "program.pair-runs",
        ["program_mentor_capacity"] = "program.mentor-full",
        ["program_dates"] = "program.dates",
        ["program_version_one_proposed"] = "plan.proposal-open",
        ["program_version_number"] = "conflict.try-again",
        ["consent_one_open"] = "consent.open",
    };
}
