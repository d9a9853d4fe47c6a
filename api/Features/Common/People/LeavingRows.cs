namespace Mentoring.Api.Features.Common.People;

/// <summary>What the rows of a table do when somebody leaves, or when a program ends.</summary>
public enum RowFate
{
    /// <summary>They are closed: by <see cref="Leaving"/> or with the program's last step.</summary>
    Closed,

    /// <summary>Whoever reads them asks who works or takes part today: they need no change.</summary>
    Lapses,

    /// <summary>They tell what was, and stay as they are.</summary>
    Kept,

    /// <summary>The person's own, wherever the person works.</summary>
    OfPerson,
}

/// <summary>
/// Every table that names a person, an account or a program, and what its rows do. A test walks the database's foreign keys
/// and the columns that are called after a person or a program without one: a table that is not here fails it, so that
/// whoever adds one decides.
/// </summary>
public static class LeavingRows
{
    public static readonly IReadOnlyDictionary<string, RowFate> OfPeople = new Dictionary<string, RowFate>
    {
        // What waits for the person, or in which the person is expected.
        ["program_participant"] = RowFate.Closed,
        ["consent"] = RowFate.Closed,
        ["program_version"] = RowFate.Closed,
        ["match_request"] = RowFate.Closed,
        ["match_group"] = RowFate.Closed,
        ["match_lock"] = RowFate.Closed,
        ["mentor_offer"] = RowFate.Closed,
        ["offer_request"] = RowFate.Closed,
        ["mentor_profile"] = RowFate.Closed,
        ["mentee_profile"] = RowFate.Closed,
        ["learning_request"] = RowFate.Closed,
        ["wish_to_join"] = RowFate.Closed,
        ["council_seat"] = RowFate.Closed,
        ["room_booking"] = RowFate.Closed,
        ["public_event_person"] = RowFate.Closed,
        ["training_place"] = RowFate.Closed,
        ["tutor"] = RowFate.Closed,
        ["tutor_assignment"] = RowFate.Closed,
        ["consultation"] = RowFate.Closed,
        ["initiative"] = RowFate.Closed,
        ["initiative_member"] = RowFate.Closed,
        ["initiative_task"] = RowFate.Closed,

        // They count only for whoever works or sits there on the day: whoever reads them asks that.
        ["mentoring_need"] = RowFate.Lapses,
        ["match_place"] = RowFate.Lapses,
        ["match_veto"] = RowFate.Lapses,
        ["compatibility_opinion"] = RowFate.Lapses,
        ["compatibility_ground"] = RowFate.Lapses,
        ["census_entry"] = RowFate.Lapses,
        ["pulse_invitation"] = RowFate.Lapses,
        ["practice_review"] = RowFate.Lapses,
        ["council_attendance"] = RowFate.Lapses,

        // Somebody else has to be named there by hand: the school's papers show who it was.
        ["mentoring_setup"] = RowFate.Kept,
        ["provision"] = RowFate.Kept,
        ["condition_assessment"] = RowFate.Kept,
        ["risk"] = RowFate.Kept,
        ["partner_contract"] = RowFate.Kept,
        ["coordination_entry"] = RowFate.Kept,
        ["public_event"] = RowFate.Kept,

        // What was done, said, decided or granted.
        ["employment"] = RowFate.Kept,
        ["main_post"] = RowFate.Kept,
        ["departure"] = RowFate.Kept,
        ["departure_due"] = RowFate.Kept,
        ["import_person"] = RowFate.Kept,
        ["staff_edit"] = RowFate.Kept,
        ["participant_past"] = RowFate.Kept,
        ["person_source"] = RowFate.Kept,
        ["person_merge"] = RowFate.Kept,
        ["consent_contest"] = RowFate.Kept,
        ["program_evaluation"] = RowFate.Kept,
        ["program_version_signature"] = RowFate.Kept,
        ["meeting_note"] = RowFate.Kept,
        ["meeting_confirmation"] = RowFate.Kept,
        ["readiness_check"] = RowFate.Kept,
        ["mentor_result"] = RowFate.Kept,
        ["mentor_profile_past"] = RowFate.Kept,
        ["mentee_difficulty"] = RowFate.Kept,
        ["self_step"] = RowFate.Kept,
        ["match_run_pair"] = RowFate.Kept,
        ["match_run_left"] = RowFate.Kept,
        ["council_vote"] = RowFate.Kept,
        ["council_evaluation_mark"] = RowFate.Kept,
        ["incentive_proposal"] = RowFate.Kept,
        ["entitlement"] = RowFate.Kept,
        ["act_suggestion"] = RowFate.Kept,
        ["practice"] = RowFate.Kept,
        ["practice_author"] = RowFate.Kept,
        ["site_post_person"] = RowFate.Kept,
        ["help_request"] = RowFate.Kept,
        ["help_entry"] = RowFate.Kept,
        ["help_article_vote"] = RowFate.Kept,
        ["arbitration_case"] = RowFate.Kept,
        ["arbitration_entry"] = RowFate.Kept,
        ["tutor_step"] = RowFate.Kept,
        ["tutor_comment"] = RowFate.Kept,
        ["tutoring_mark"] = RowFate.Kept,
        ["resource_place"] = RowFate.Kept,
        ["pupil_result"] = RowFate.Kept,
        ["pupil_result_change"] = RowFate.Kept,
        ["impact_measure"] = RowFate.Kept,
        ["adaptation"] = RowFate.Kept,
        ["initiative_entry"] = RowFate.Kept,
        ["initiative_file"] = RowFate.Kept,

        // An account and its calendar show what the person still takes part in; a release is taken back by its giver alone.
        ["identity.account"] = RowFate.OfPerson,
        ["calendar_feed"] = RowFate.OfPerson,
        ["site_release"] = RowFate.OfPerson,

        // A diagnosis is the teacher's, who says who reads it; an expert who was asked goes on until the teacher takes it back.
        ["diagnosis"] = RowFate.OfPerson,
        ["diagnosis_area"] = RowFate.OfPerson,
        ["diagnosis_evidence"] = RowFate.OfPerson,
        ["impact_answer"] = RowFate.OfPerson,
        ["route_activity"] = RowFate.OfPerson,
        ["route_alternative"] = RowFate.OfPerson,
        ["route_finding"] = RowFate.OfPerson,
        ["route_past"] = RowFate.OfPerson,
        ["route_product"] = RowFate.OfPerson,
        ["route_reflection"] = RowFate.OfPerson,
        ["route_state"] = RowFate.OfPerson,
        ["route_version"] = RowFate.OfPerson,
        ["route"] = RowFate.OfPerson,
        ["route_comment"] = RowFate.Kept,
    };

    public static readonly IReadOnlyDictionary<string, RowFate> OfAccounts = new Dictionary<string, RowFate>
    {
        ["role_assignment"] = RowFate.Closed,
        ["role_proposal"] = RowFate.Closed,
        ["identity.invitation"] = RowFate.Closed,
        ["notification"] = RowFate.Kept,
        ["consent"] = RowFate.Kept,
        ["program_version_signature"] = RowFate.Kept,
        ["notification_choice"] = RowFate.OfPerson,
        ["notification_setting"] = RowFate.OfPerson,
        ["identity.session"] = RowFate.OfPerson,
        ["identity.account"] = RowFate.Kept,
    };

    public static readonly IReadOnlyDictionary<string, RowFate> OfPrograms = new Dictionary<string, RowFate>
    {
        ["meeting"] = RowFate.Closed,
        ["meeting_series"] = RowFate.Closed,
        ["program_version"] = RowFate.Closed,

        // Asked of programs that run alone.
        ["program_participant"] = RowFate.Lapses,
        ["roadmap_activity"] = RowFate.Lapses,
        ["risk_signal"] = RowFate.Lapses,
        ["program_resource"] = RowFate.Lapses,

        ["audit_entry"] = RowFate.Kept,
        ["consent"] = RowFate.Kept,
        ["consent_contest"] = RowFate.Kept,
        ["council_evaluation_mark"] = RowFate.Kept,
        ["match_request"] = RowFate.Kept,
        ["meeting_confirmation"] = RowFate.Kept,
        ["meeting_note"] = RowFate.Kept,
        ["meeting_topic"] = RowFate.Kept,
        ["notification"] = RowFate.Kept,
        ["stored_file"] = RowFate.Kept,
        ["council_evaluation"] = RowFate.Kept,
        ["council_task"] = RowFate.Kept,
        ["practice_use"] = RowFate.Kept,
        ["participant_past"] = RowFate.Kept,
        ["program_approval"] = RowFate.Kept,
        ["program_comment"] = RowFate.Kept,
        ["program_evaluation"] = RowFate.Kept,
        ["program_goal"] = RowFate.Kept,
        ["program_past"] = RowFate.Kept,
        ["program_product"] = RowFate.Kept,
        ["program_record"] = RowFate.Kept,
        ["program_version_signature"] = RowFate.Kept,
        ["route_activity"] = RowFate.Kept,
        ["impact_measure"] = RowFate.Kept,
        ["impact_answer"] = RowFate.Kept,
        ["adaptation"] = RowFate.Kept,
    };
}
