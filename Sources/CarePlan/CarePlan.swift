/// The CarePlan module.
