namespace Mentoring.Migrations.Code;

/// <summary>
/// Where the rows of each table would stand if the country were kept on several servers. Every table is listed once; a test
/// holds the lists to the keys.
/// </summary>
public static class Placement
{
    /// <summary>
    /// By region: rows of a school, which grow with people and time. `region_code` is in every key, and in every foreign key
    /// between two of these tables; no statement changes it.
    /// </summary>
    public static readonly string[] Distributed =
    [
        "person_source", "employment", "staff_edit", "departure", "departure_due", "role_proposal", "staff_list_habit", "audit_entry", "audit_head",
        "storage_usage", "storage_quota", "notification", "mentoring_setup", "monitoring_review", "provision", "local_act", "local_act_version",
        "act_cosign", "act_return", "act_template", "act_drafting", "act_suggestion", "delegation", "condition_assessment", "room", "room_booking",
        "site_post", "site_post_person", "site_release", "mentoring_need", "census", "census_entry", "census_reminder", "mentor_profile", "mentor_result",
        "mentee_profile", "mentee_difficulty", "self_step", "learning_request", "wish_to_join", "entitlement", "match_veto", "match_lock", "match_run",
        "match_run_pair", "match_run_left", "match_request", "match_group", "match_place", "match_region_run", "match_region_sum", "program",
        "program_past", "program_participant", "participant_past", "program_goal", "roadmap_activity", "roadmap_template", "program_version",
        "program_version_signature", "consent", "consent_contest", "program_approval", "program_evaluation", "program_record", "program_resource",
        "program_product", "program_comment", "stored_file", "meeting", "meeting_note", "meeting_series", "meeting_topic", "meeting_confirmation", "risk",
        "risk_measure", "risk_signal", "council_seat", "council_agenda_item", "council_meeting", "council_attendance", "council_decision", "council_vote",
        "council_evaluation", "council_evaluation_mark", "council_preparation", "council_task", "incentive_proposal", "arbitration_case",
        "arbitration_entry", "compatibility_opinion", "compatibility_ground", "readiness_check", "training", "training_place", "pulse", "pulse_invitation",
        "pulse_tally", "psychology_task", "partner_contract", "partner_contact", "coordination_entry", "coordination_contact", "coordination_contract",
        "public_event", "public_event_person", "practice", "practice_material", "practice_author", "practice_review", "practice_use",
        "organization_indicator", "indicator_stale", "school_report", "support_link",
    ];

    /// <summary>
    /// Copied everywhere: few rows or rows that change seldom, that are read beside rows of any region or that have to be unique in the country.
    /// People, their accounts and their roles are: who works in two regions is one person.
    /// </summary>
    public static readonly string[] Reference =
    [
        "territory", "territory_tree", "dictionary_entry", "calendar_day", "calendar_year", "regional_holiday", "organization", "organization_past",
        "organization_event", "organization_successor", "organization_handover", "person", "main_post", "role_assignment", "notification_choice",
        "notification_setting", "calendar_feed", "indicator", "indicator_period", "indicator_state", "identity.account", "identity.invitation",
    ];

    /// <summary>
    /// On one server alone: the platform's queues, what signing in needs, files on their way in, merges of two records of a
    /// person, and the sums of territories, which are made from those of organizations.
    /// </summary>
    public static readonly string[] Local =
    [
        "organization_kind_answer", "person_merge", "person_merge_row", "grant_change", "import", "import_file", "import_problem", "import_progress",
        "import_person", "import_organization", "staff_list_reading", "outbox_message", "idempotency_key", "audit_anchor", "due_failure", "reference_load",
        "territory_indicator", "indicator_upward", "reconciliation", "indicator_difference", "identity.session", "identity.sign_in_failure",
        "identity.oidc_application", "identity.oidc_authorization", "identity.oidc_scope", "identity.oidc_token", "identity.server_key",
        "identity.data_protection_key",
    ];
}
