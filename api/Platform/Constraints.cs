namespace Mentoring.Api.Platform;

/// <summary>Rules that two requests can race belong to the database; here each has its problem code.</summary>
public static class Constraints
{
    public static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["territory_pkey"] = "territory.exists",
        ["dictionary_entry_pkey"] = "dictionary.exists",
        ["dictionary_entry_one_current"] = "dictionary.exists",
        ["organization_ogrn"] = "organization.ogrn-taken",
        ["import_file_once"] = "import.duplicate",
        ["employment_one_main"] = "employment.main-exists",
        ["employment_once_per_position"] = "employment.exists",
        ["role_assignment_once"] = "assignment.exists",
        ["program_participant_once"] = "program.person-twice",
        ["program_participant_person_id_fkey"] = "program.person-unknown",
        ["program_dates"] = "program.dates",
        ["consent_one_open"] = "consent.open",
        ["meeting_note_one_each"] = "meeting.note-exists",
        ["mentor_profile_pkey"] = "profile.exists",
        ["mentee_profile_pkey"] = "profile.exists",
        ["mentor_profile_availability"] = "profile.dates",
        ["learning_request_one_open"] = "learning-request.open",
        ["wish_to_join_one_open"] = "profile.wish-exists",
        ["census_once_a_year"] = "census.exists",
        ["census_dates"] = "census.dates",
        ["entitlement_dates"] = "entitlement.dates",
        ["entitlement_no_overlap"] = "entitlement.exists",
        ["act_cosign_one_open"] = "act.cosign-open",
        ["local_act_one_successor"] = "act.successor-exists",
        ["local_act_number"] = "act.number-taken",
        ["monitoring_review_once"] = "setup.review-recorded",
        ["council_seat_one_chair"] = "council.chair-taken",
        ["council_seat_once"] = "council.seat-taken",
        ["council_seat_one_invitation"] = "council.invited-already",
        ["council_meeting_number"] = "conflict.try-again",
        ["council_task_program_id_organization_id_region_code_fkey"] = "council.program-unknown",
        ["account_email"] = "account.email-taken",
        ["account_person"] = "account.person-taken",
        ["account_user_name"] = "account.email-taken",
    };
}
