namespace Mentoring.Migrations.Code;

/// <summary>
/// Where the rows of each table would stand if the country were kept on several servers: a table of a school's rows needs no word
/// here. A test holds the lists to the keys.
/// </summary>
public static class Placement
{
    /// <summary>
    /// Copied everywhere: few rows or rows that change seldom, that are read beside rows of any region or that have to be unique in the country.
    /// People, their accounts and their roles are: who works in two regions is one person.
    /// </summary>
    public static readonly string[] Reference =
    [
        "territory", "territory_tree", "dictionary_entry", "calendar_day", "calendar_year", "regional_holiday", "organization", "organization_past",
        "organization_event", "organization_successor", "organization_handover", "person", "main_post", "role_assignment", "notification_choice",
        "notification_setting", "calendar_feed", "instrument", "impact_instrument", "indicator", "indicator_period", "indicator_state",
        "identity.account", "identity.invitation",
    ];

    /// <summary>
    /// On one server alone: the platform's queues, what signing in needs, files on their way in, merges of two records of a
    /// person, and the sums of territories, which are made from those of organizations.
    /// </summary>
    public static readonly string[] Local =
    [
        "organization_kind_answer", "person_merge", "person_merge_row", "grant_change", "import", "import_file", "import_problem", "import_progress",
        "import_person", "import_organization", "import_result", "staff_list_reading", "outbox_message", "idempotency_key", "audit_anchor", "due_failure",
        "reference_load",
        "territory_indicator", "territory_breakdown", "indicator_upward", "breakdown_upward", "territory_hidden", "indicator_hiding", "reconciliation",
        "indicator_difference", "identity.session", "identity.sign_in_failure", "identity.oidc_application", "identity.oidc_authorization",
        "identity.oidc_scope", "identity.oidc_token", "identity.server_key",
        "identity.data_protection_key",
    ];

    /// <summary>
    /// By region, every other table: rows of a school, which grow with people and time. `region_code` is in every key, and in every
    /// foreign key between two of these tables; no statement changes it.
    /// </summary>
    public static readonly string[] Distributed = [.. Tables.All.Select(rules => rules.Table).Except([.. Reference, .. Local])];
}
